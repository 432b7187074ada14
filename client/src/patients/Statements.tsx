import { useTranslation } from 'react-i18next';
import type { Statement } from '../../../contract/patients.ts';
import { usePatientWords } from '../consults/words.ts';
import { date } from '../lib/format.ts';
import { Card } from '../ui/Card.tsx';
import { Facts } from '../ui/Facts.tsx';

const One = ({ statement: { patient, hospital, at } }: { statement: Statement }) => {
  const { t } = useTranslation('patients');
  const words = usePatientWords();
  return (
    <li className="statement">
      <p className="row">
        <b>{hospital.shortName}</b>
        <span>{words.full(patient)}</span>
        <small className="mute end">{date(at)}</small>
      </p>
      <Facts
        items={[
          [t('statement.papers'), words.papers(patient)],
          [t('statement.visitNo'), patient.visitNo],
          [t('statement.phone'), patient.phone],
        ]}
      />
    </li>
  );
};

/** What each hospital has written down, as it was said; nothing is written over. */
export const Statements = ({ statements }: { statements: readonly Statement[] }) => {
  const { t } = useTranslation('patients');
  return (
    <Card title={t('statement.title')} note={t('statement.note', { count: statements.length, n: statements.length })}>
      <ul>
        {statements.map((statement) => (
          <One key={statement.patient.id} statement={statement} />
        ))}
      </ul>
    </Card>
  );
};
