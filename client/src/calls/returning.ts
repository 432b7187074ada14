import { useEffect, useEffectEvent } from 'react';
import type { CallRef } from '../../../contract/calls.ts';
import { useCall } from './useCall.ts';

const KEY = 'shanhai.inside';
/** A seat without its line is held this long by the server. */
export const HELD_MS = 30_000;

/** How somebody sat in a room whose page was reloaded. */
interface Inside {
  call: string;
  at: number;
  mic: boolean;
  camera: boolean;
}

const nameOf = ({ kind, id }: CallRef) => `${kind}:${id}`;

/** Remembers, when the page goes, how one sat; a page that is left by its own button is over by then and remembers nothing. */
export const useReturn = (call: CallRef): void => {
  const { state } = useCall();
  const remember = useEffectEvent(() => {
    const { mic, camera } = state;
    const inside: Inside = { call: nameOf(call), at: Date.now(), mic: mic.on, camera: camera.on };
    sessionStorage.setItem(KEY, JSON.stringify(inside));
  });
  useEffect(() => {
    const leaving = () => remember();
    window.addEventListener('pagehide', leaving);
    return () => window.removeEventListener('pagehide', leaving);
  }, []);
};

/** How one sat in this call until a moment ago; asked once, for a reload takes its reader straight back in. */
export const takeReturn = (call: CallRef): Inside | null => {
  const text = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const inside = text === null ? null : (JSON.parse(text) as Inside);
  return inside && inside.call === nameOf(call) && Date.now() - inside.at < HELD_MS ? inside : null;
};
