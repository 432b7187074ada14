import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { usePatientWords } from '../../consults/words.ts';
import { useSides } from './side.ts';

type End = Referral['from'];

/** A side by its short name; one off the platform by its own. */
export const endName = ({ hospital, outside }: Pick<End, 'hospital' | 'outside'>): string | null =>
  hospital?.shortName ?? outside?.hospital ?? null;
export const endFull = ({ hospital, outside }: Pick<End, 'hospital' | 'outside'>): string | null =>
  hospital?.name ?? outside?.hospital ?? null;

/** On every button that records a fact: name, and the bed that the reader's side knows the patient by. */
export const useWho = (referral: Referral): { short: string; full: string } => {
  const { t } = useTranslation('consults');
  const words = usePatientWords();
  const { receiver } = useSides(referral);
  const { patient, hold, sheet } = referral;
  const bed = (receiver ? hold?.bed : sheet.bed) ?? null;
  const name = patient.name ?? t('patient.unknown');
  return {
    short: bed ? `${name} ${t('patient.bed', { bed })}` : name,
    full: words.label({ patient, bed }),
  };
};

/** `急性前壁心肌梗死 I21.0`. */
export const dxWords = ({ dx }: Referral['sheet']): string | null => (dx ? [dx.name, dx.code].filter(Boolean).join(' ') : null);
