import { useTranslation } from 'react-i18next';
import type { Emergency } from '../../../../contract/emergency.ts';
import type { Flag } from '../../../../contract/emergencyNodes.ts';
import { dateTime } from '../../lib/format.ts';

/** ICD-10 of the findings that are diagnoses in themselves. */
const CODES: Partial<Record<Flag, string>> = {
  stemi: 'I21.3',
  nste: 'I24.9',
  ischaemic: 'I63.9',
  haemorrhage: 'I61.9',
  pph: 'O72.1',
};

/** The most that a summary takes. */
const MOST = 4_000;

/** What the page of a case says, in words, for whoever is asked next. */
export const useKnownWords = () => {
  const { t } = useTranslation(['links', 'emergency']);
  const dxOf = ({ flags }: Emergency) => {
    const flag = flags.find((one) => CODES[one]);
    return flag && { name: t(`dx.${flag}`), code: CODES[flag]! };
  };
  const timesOf = ({ timepoints, shown }: Emergency): string =>
    timepoints
      .filter((point) => shown.includes(point.id) && point.at !== null)
      .toSorted((one, other) => one.at!.localeCompare(other.at!))
      .map(({ node, at }) => t('known.time', { node: t(`emergency:node.${node}`), at: dateTime(at!) }))
      .join(t('known.comma'));
  const storyOf = (emergency: Emergency): string => {
    const { center, emergencyNo, flags } = emergency;
    const found = flags.map((flag) => t(`emergency:flag.${flag}`)).join(t('known.and'));
    const times = timesOf(emergency);
    const parts = [
      t('known.case', { center: t(`emergency:center.${center}`), no: emergencyNo }),
      found && t('known.found', { found }),
      times && t('known.times', { times }),
    ];
    return parts.filter(Boolean).join(t('known.stop')).slice(0, MOST);
  };
  return (emergency: Emergency) => ({ dx: dxOf(emergency), story: storyOf(emergency) });
};
