import type { Emergency } from '../../../../contract/emergency.ts';
import type { Desk } from '../../tasks/words.ts';

/** Who can be asked for something about it; nobody after a false alarm. */
export const desksOf = ({ from, to, status }: Pick<Emergency, 'from' | 'to' | 'status'>): Desk[] => {
  if (status === 'stoodDown') return [];
  return [to, from].flatMap((hospital) => (hospital ? [{ hospital, department: null, role: 'coordinator' as const }] : []));
};
