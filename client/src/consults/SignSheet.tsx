import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Consult, OpinionBody } from '../../../contract/consults.ts';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Note } from '../ui/Note.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import type { Verb } from './useVerb.ts';
import { usePatientWords } from './words.ts';

interface Props {
  consult: Consult;
  body: OpinionBody;
  amend: boolean;
  verb: Verb;
  onSign: () => void;
  onClose: () => void;
}

/** Names the patient and the hospital once more: a signature cannot be taken back, only amended. */
export const SignSheet = ({ consult, body, amend, verb, onSign, onClose }: Props) => {
  const { t } = useTranslation(['consults', 'common']);
  const words = usePatientWords();
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" icon={PenLine} busy={verb.busy} onClick={onSign}>
        {t('sign.confirm', { patient: consult.patient.name ?? t('patient.unknown') })}
      </Button>
    </>
  );
  return (
    <Sheet title={t(amend ? 'sign.amendTitle' : 'sign.title')} onClose={onClose} actions={actions}>
      <div className="stack">
        <Facts
          items={[
            [t('sign.patient'), <b key="patient">{words.label(consult)}</b>],
            [t('sign.hospital'), <b key="hospital">{`${consult.from.hospital.name} ${consult.from.department.name}`}</b>],
            ...(amend ? [[t('opinion.amendment'), body.amendment] as const] : []),
            [t('opinion.diagnosis'), body.diagnosis],
            [t('opinion.treatment'), body.treatment],
            [t('opinion.transfer'), t(`transfer.${body.transfer}`)],
          ]}
        />
        <Note c="hai">{t('sign.note')}</Note>
        {verb.problem && (
          <Note c="unmet" live>
            {verb.problem}
          </Note>
        )}
      </div>
    </Sheet>
  );
};
