import { useState } from 'react';
import { usePhone } from '../../ui/usePhone.ts';
import { AT_ONCE, type PartName } from './parts.ts';

/**
 * Which parts are unfolded. In the hand one at a time; at a desk what the reader chose, else all but what a green lane
 * may send later.
 */
export const useFolds = ({ green, first }: { green: boolean; first: PartName | undefined }) => {
  const phone = usePhone();
  const [chosen, setChosen] = useState<Partial<Record<PartName, boolean>>>({});
  const [only, setOnly] = useState<PartName | null>(first ?? null);
  const isOpen = (part: PartName): boolean => (phone ? only === part : (chosen[part] ?? (!green || AT_ONCE.has(part))));
  const setOpen = (part: PartName, open: boolean) => {
    setOnly(open ? part : null);
    setChosen((now) => ({ ...now, [part]: open }));
  };
  return { isOpen, setOpen };
};
