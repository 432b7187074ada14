import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { Facts } from '../ui/Facts.tsx';
import { Missing } from '../ui/Missing.tsx';
import { Note } from '../ui/Note.tsx';
import { type Photo, Photos } from './Photos.tsx';
import { usePatientWords } from './words.ts';
import './CaseSummary.css';

/** What a STAT still owes, by name. */
const Owed = ({ missing }: { missing: Consult['missing'] }) => {
  const { t } = useTranslation('consults');
  if (missing.length === 0) return null;
  const names = missing.map((name) => t(`missing.${name}`)).join(t('comma'));
  return (
    <Note c="missing">
      <Missing /> {t('missing.line', { names })}
    </Note>
  );
};

const useConsentWords = () => {
  const { t } = useTranslation('consults');
  return (consent: Consult['consent']): string | null => {
    if (!consent) return null;
    if (consent.state === 'deferred') return t('consent.deferredLine', { basis: t(`consent.${consent.basis}`) });
    return t('consent.signedLine', { signer: t(`consent.${consent.signer}`), name: consent.signerName });
  };
};

interface Props {
  consult: Consult;
  /** Where no title says who. */
  named?: boolean;
  /** Shows a picture larger in its own way; absent, it opens over the page. */
  onPhoto?: (photo: Photo) => void;
}

/** Who, what is asked and what is known, without anything that acts; fits beside a video too. */
export const CaseSummary = ({ consult, named = true, onPhoto }: Props) => {
  const { t } = useTranslation('consults');
  const words = usePatientWords();
  const consentWords = useConsentWords();
  const { patient, dx } = consult;
  const diagnosis = dx && (dx.code ? `${dx.code} ${dx.name}` : dx.name);
  const owes = new Set(consult.missing);
  // What is owed stands in the line above, once.
  const facts = [
    [t('field.dx'), diagnosis, owes.has('dx')],
    [t('field.reason'), consult.reason, owes.has('reason')],
    [t('field.summary'), consult.summary, owes.has('summary')],
    [t('field.auxResults'), consult.auxResults, false],
    [t('field.visitNo'), patient.visitNo, !patient.visitNo],
    [t('field.bed'), consult.bed, !consult.bed],
    [t('field.papers'), words.papers(patient), owes.has('identity')],
    [t('field.consent'), consentWords(consult.consent), owes.has('consent')],
  ] as const;
  return (
    <div className="summary">
      {named && <b className="summary-who">{words.full(patient)}</b>}
      <figure className="summary-ask">
        <figcaption>{t('field.purpose')}</figcaption>
        <blockquote>{consult.purpose}</blockquote>
      </figure>
      <Owed missing={consult.missing} />
      <Facts items={facts.filter(([, , owed]) => !owed).map(([name, value]) => [name, value] as const)} />
      {consult.photos.length > 0 && <Photos photos={consult.photos} onOpen={onPhoto} />}
    </div>
  );
};
