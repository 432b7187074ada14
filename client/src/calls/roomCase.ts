import { createContext, type ReactNode, use } from 'react';
import type { CallRef } from '../../../contract/calls.ts';
import type { RoomView, Tab } from './view.ts';

/** What a feature tells the room of its case: the room itself knows none. */
export interface RoomCase {
  call: CallRef;
  /** The page of the case. */
  path: string;
  number: string;
  /** The case without its patient's name; a heading that takes the focus. */
  title: ReactNode;
  /** The limit that runs now. */
  limit: ReactNode;
  /** When the talk began, for everybody the same. */
  begunAt: string | null;
  /** Telephones of the far end, with their words. */
  phones: readonly (readonly [label: string, number: string])[];
  tabs: readonly Tab[];
  body: (view: RoomView) => ReactNode;
  /** Verbal advice that waits for the reader. */
  advice: number;
  /** Things of this minute that are the case's own. */
  nudges: (view: RoomView) => ReactNode;
  /** The reader owes the written opinion. */
  signs: boolean;
  /** The way back in, after the talk. */
  open: boolean;
  /** After the talk: the words of the button and of the sentence. */
  next: { act: string; text: string };
}

const Context = createContext<RoomCase | null>(null);
export const RoomCaseProvider = Context.Provider;

export const useRoomCase = (): RoomCase => {
  const found = use(Context);
  if (!found) throw new Error('outside a room');
  return found;
};
