import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { usePatientWords } from '../../consults/words.ts';
import { dateTime } from '../../lib/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { dxWords } from './words.ts';

const useConsentWords = () => {
  const { t } = useTranslation('referrals');
  return ({ consent }: Referral['sheet']): string | null => {
    if (!consent) return null;
    if (consent.state === 'deferred') return t('page.consent.deferred', { basis: t(`page.consent.${consent.basis}`) });
    const signed = t('page.consent.signed', { signer: t(`page.consent.${consent.signer}`), name: consent.signerName });
    return consent.signedAt ? `${signed} ${dateTime(consent.signedAt)}` : signed;
  };
};

const useInfectionWords = () => {
  const { t } = useTranslation('referrals');
  return ({ infection }: Referral['sheet']): string | null => {
    if (!infection) return null;
    const { state, kind, isolation } = infection;
    const parts = [t(`page.infection.${state}`), kind, isolation && t(`page.isolation.${isolation}`)];
    return parts.filter(Boolean).join(' ');
  };
};

const Reasons = ({ sheet: { reasons = [], reasonNote } }: { sheet: Referral['sheet'] }) => {
  const { t } = useTranslation('referrals');
  return (
    <>
      {reasons.map((code) => (
        <span key={code} className="ref-reason">
          <span className="mute num">{code}</span> {t(`reason.${code}`)}
        </span>
      ))}
      {reasonNote}
    </>
  );
};

/** What is known of the patient; what nobody wrote stands in the line of what is owed, once. */
export const Story = ({ referral: { sheet, patient } }: { referral: Referral }) => {
  const { t } = useTranslation(['referrals', 'consults']);
  const { papers } = usePatientWords();
  const facts = [
    [t('page.field.dx'), dxWords(sheet)],
    [t('page.field.reasons'), sheet.reasons?.length ? <Reasons key="reasons" sheet={sheet} /> : null],
    [t('page.field.complaint'), sheet.complaint],
    [t('page.field.presentIllness'), sheet.presentIllness],
    [t('page.field.pastHistory'), sheet.pastHistory],
    [t('page.field.allergies'), sheet.allergies],
    [t('page.field.results'), sheet.results],
    [t('page.field.treatments'), sheet.treatments],
    [t('page.field.cautions'), sheet.cautions],
    [t('page.field.infection'), useInfectionWords()(sheet)],
    [t('page.field.consent'), useConsentWords()(sheet)],
    [t('page.field.visitNo'), patient.visitNo],
    [t('consults:field.papers'), papers(patient)],
    [t('page.field.payer'), sheet.payer && t(`page.payer.${sheet.payer}`)],
    [t('page.field.address'), sheet.address],
  ] as const;
  return <Facts items={facts.filter(([, value]) => value)} />;
};
