import type { BedView } from '../../../../contract/beds.ts';

/** What a bed is for this patient: kept already, to be had, or why not. */
export type Chip = 'ours' | 'free' | 'cleaning' | 'freeAt' | 'held' | 'occupied' | 'closed';

/** Ready when the patient comes; `freeAt` and `cleaning` will be. */
export const OPEN_CHIPS: readonly Chip[] = ['ours', 'free', 'cleaning', 'freeAt'];

const ORDER: readonly Chip[] = [...OPEN_CHIPS, 'held', 'closed', 'occupied'];

export const chipOf = ({ state, freeAt, heldUntil, heldFor }: BedView, referralId: string): Chip => {
  if (heldFor?.id === referralId) return 'ours';
  if (heldUntil) return 'held';
  return state === 'occupied' && freeAt ? 'freeAt' : state;
};

/** The beds of a ward as they are offered: what can be had first; those without a word of when they are free only counted. */
export const chipsOf = (beds: readonly BedView[], referralId: string) => {
  const chips = beds.map((bed) => ({ bed, chip: chipOf(bed, referralId) }));
  return {
    shown: chips
      .filter(({ chip }) => chip !== 'occupied')
      .sort(
        (a, b) =>
          ORDER.indexOf(a.chip) - ORDER.indexOf(b.chip) || a.bed.label.localeCompare(b.bed.label, 'zh-CN', { numeric: true }),
      ),
    taken: chips.filter(({ chip }) => chip === 'occupied').length,
  };
};
