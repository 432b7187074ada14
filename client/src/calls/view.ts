import { useEffect, useState } from 'react';
import type { Photo } from '../consults/Photos.tsx';
import { useMe } from '../lib/session.ts';
import type { OtherSeat } from './engine/types.ts';
import { useRoomCase } from './roomCase.ts';
import { useCall } from './useCall.ts';

export type Tab = 'summary' | 'advice' | 'chat' | 'opinion';

/** What lies large in the middle: somebody's screen, a photo of the case, or nothing, and then the faces do. */
export type Focus = { kind: 'screen'; track: MediaStreamTrack; name: string } | { kind: 'photo'; photo: Photo } | null;

const sharing = (others: readonly OtherSeat[]): Focus => {
  const seat = others.find(({ tracks }) => tracks.screen);
  return seat?.tracks.screen ? { kind: 'screen', track: seat.tracks.screen, name: seat.person.name } : null;
};

/** A press beats what comes by itself: an opened photo stays until it is closed, then the shared screen is back. */
const useFocus = () => {
  const { others } = useCall().state;
  const [photo, setPhoto] = useState<Photo | null>(null);
  const focus: Focus = photo ? { kind: 'photo', photo } : sharing(others);
  return { focus, setPhoto };
};

/** Chat lines of others that came while the chat was not open. */
const useUnread = (open: boolean): number => {
  const me = useMe();
  const { chat } = useCall().state;
  const [seen, setSeen] = useState(chat.length);
  useEffect(() => {
    if (open) setSeen(chat.length);
  }, [open, chat.length]);
  return open ? 0 : chat.slice(seen).filter(({ person }) => person.id !== me.id).length;
};

export interface RoomView {
  tab: Tab;
  setTab: (tab: Tab) => void;
  focus: Focus;
  setPhoto: (photo: Photo | null) => void;
  unread: number;
  /** Verbal advice that waits for the specialist's tap. */
  advice: number;
}

/** What the person looks at in the room. */
export const useRoomView = (): RoomView => {
  const { advice, tabs } = useRoomCase();
  const [tab, setTab] = useState<Tab>(tabs[0]!);
  const unread = useUnread(tab === 'chat');
  return { tab, setTab, ...useFocus(), unread, advice };
};
