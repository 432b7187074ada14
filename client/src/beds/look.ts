import { Ban, BedSingle, Bookmark, Brush, type LucideIcon, UserRound } from 'lucide-react';
import type { z } from 'zod';
import type { beds as actions, BedState, BedView, WardView } from '../../../contract/beds.ts';
import type { Meaning } from '../ui/Tag.tsx';

export type Bed = z.output<typeof BedView>;
export type Ward = z.output<typeof WardView>;
export type Put = z.input<(typeof actions)['put']['input']>;

interface Look {
  c: Meaning;
  icon: LucideIcon;
}

/** Colour and picture of a state; the word always stands beside them. */
export const looks: Record<BedState | 'held', Look> = {
  free: { c: 'met', icon: BedSingle },
  occupied: { c: 'routine', icon: UserRound },
  cleaning: { c: 'urgent', icon: Brush },
  closed: { c: 'missing', icon: Ban },
  held: { c: 'hai', icon: Bookmark },
};
