import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { usePatientWords } from '../consults/words.ts';
import { UrgencyTag } from '../ui/Tag.tsx';

/** A case without its patient's name: urgency, sex, age and diagnosis. The name stands in the summary only. */
export const CaseTitle = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('calls');
  const { sketch } = usePatientWords();
  const who = sketch(consult.patient);
  return (
    <>
      <UrgencyTag urgency={consult.urgency} />
      <h1 className="clip" tabIndex={-1}>
        {consult.dx ? t('case', { who, dx: consult.dx.name }) : who}
      </h1>
    </>
  );
};
