import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';

const FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';
const STOPS = 'button:not(:disabled), a[href]';

const isTyping = (): boolean => document.activeElement?.matches(FIELDS) ?? false;
/** A sheet over the ring has its own focus and its own Escape. */
const underSheet = (): boolean => document.querySelector('dialog:modal') !== null;

/** From the last to the first and back, and in from wherever the focus was left. */
const turn = (event: KeyboardEvent, within: HTMLElement): void => {
  const stops = [...within.querySelectorAll<HTMLElement>(STOPS)];
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  const now = document.activeElement;
  if (now !== from && within.contains(now)) return;
  event.preventDefault();
  to?.focus();
};

/** 接听 takes the focus when the ring appears, unless the reader is typing; what had it before gets it back. */
const useFirstFocus = (ring: RefObject<HTMLElement | null>): void =>
  useEffect(() => {
    if (isTyping()) return;
    const before = document.activeElement;
    ring.current?.querySelector<HTMLElement>('.ring-yes')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [ring]);

interface Keys {
  /** Over the whole screen: nothing else can be reached. */
  whole: boolean;
  onFold: () => void;
}

/** A ring by keyboard: first focus, Tab stays inside while it is the whole screen, Escape folds it. */
export const useRingFocus = ({ whole, onFold }: Keys): RefObject<HTMLElement | null> => {
  const ring = useRef<HTMLElement>(null);
  useFirstFocus(ring);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || underSheet() || !ring.current) return;
    if (event.key === 'Tab' && whole) turn(event, ring.current);
    if (event.key === 'Escape' && (whole || !isTyping())) onFold();
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);
  return ring;
};
