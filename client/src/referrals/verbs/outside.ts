import { Outside } from '../../../../contract/referralSheet.ts';

export const blankOutside = { hospital: '', department: '', phone: '', city: '' };
export type OutsideText = typeof blankOutside;

/** Empty lines are left out; null while it names no hospital or no telephone. */
export const outsideOf = (text: OutsideText): Outside | null => {
  const given = Object.fromEntries(Object.entries(text).filter(([, value]) => value.trim() !== ''));
  return Outside.safeParse(given).data ?? null;
};
