import { useQuery } from '@tanstack/react-query';
import { Merge } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Duplicate } from '../../../contract/patients.ts';
import { usePatientWords } from '../consults/words.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { patients } from './api.ts';
import { MergeSheet } from './MergeSheet.tsx';

const One = ({ duplicate, onMerge }: { duplicate: Duplicate; onMerge: () => void }) => {
  const { t } = useTranslation('patients');
  const words = usePatientWords();
  const { patient, hospital, likeness } = duplicate;
  return (
    <li className="statement">
      <p className="row">
        <b>{hospital.shortName}</b>
        <span>{words.full(patient)}</span>
      </p>
      <small className="soft">
        {t(`likeness.${likeness}`)}
        {patient.visitNo && <span className="mute num"> {patient.visitNo}</span>}
      </small>
      <Button size="small" icon={Merge} onClick={onMerge}>
        {t('merge.open')}
      </Button>
    </li>
  );
};

/** Records of the desk's hospital that may be of the same person; somebody who knows puts them together. */
export const Duplicates = ({ id, name }: { id: string; name: string }) => {
  const { t } = useTranslation('patients');
  const { data } = useQuery(patients.duplicates.query({ id }));
  const [chosen, setChosen] = useState<Duplicate>();
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={t('duplicates.title')} note={t('duplicates.note')}>
      <ul>
        {data.items.map((duplicate) => (
          <One key={duplicate.patient.id} duplicate={duplicate} onMerge={() => setChosen(duplicate)} />
        ))}
      </ul>
      {chosen && <MergeSheet duplicate={chosen} name={name} onClose={() => setChosen(undefined)} />}
    </Card>
  );
};
