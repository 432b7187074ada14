import { useTranslation } from 'react-i18next';
import type { Entry } from '../../../contract/patients.ts';
import { useTitle } from '../consults/words.ts';

const FOLDERS = { consult: 'consults', referral: 'referrals', emergency: 'emergencies' } as const;

/** Where the case of an entry is opened. */
export const addressOf = ({ case: { kind, id } }: Entry): string => `/${FOLDERS[kind]}/${id}`;

/** What an entry is about, in one line. */
export const useEntryTitle = (): ((entry: Entry) => string) => {
  const { t } = useTranslation(['patients', 'emergency']);
  const consultTitle = useTitle();
  return (entry) => {
    if (entry.kind === 'consult') return consultTitle(entry);
    if (entry.kind === 'referral') return entry.dx ?? t('entry.noDx');
    if (entry.kind === 'emergency') return t(`emergency:center.${entry.center}`);
    if (entry.kind === 'document') return entry.caption || t('entry.document');
    return t(entry.version > 1 ? 'entry.amended' : 'entry.opinion', { diagnosis: entry.diagnosis });
  };
};
