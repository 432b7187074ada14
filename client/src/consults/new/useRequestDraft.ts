import { useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../lib/storage.ts';
import { useSaving } from '../../lib/useSaving.ts';
import { CALLBACK } from '../callback.ts';
import type { Waiting } from '../uploads.ts';
import { blank, type Form } from './form.ts';

const NAME = 'consults.new';
const PAUSE_MS = 800;

/** What is kept on the device. `key` belongs to the intent, not to the click: however often it is sent, it is one request. */
interface Draft {
  form: Form;
  photos: readonly Waiting[];
  key: string;
  /** The bodies that were sent without an answer; see `send`. */
  tried: readonly string[];
}

const empty = (): Draft => ({ form: blank, photos: [], key: crypto.randomUUID(), tried: [] });

/** One for each case of a center that it is asked from, and one for all others. */
const nameOf = ({ emergencyId }: Partial<Form>): string => (emergencyId ? `${NAME}.${emergencyId}` : NAME);

/**
 * The request being written: kept after each pause, back after a reload, gone when sent. `start` is chosen anew each time,
 * `begun` only stands in a new one.
 */
export const useRequestDraft = (start: Partial<Form>, begun: Partial<Form> = {}) => {
  const name = nameOf(begun);
  const [draft, setDraft] = useState(() => ({ ...empty(), form: { ...blank, ...begun } }));
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const touched = useRef(false);
  const first = useRef(start);
  useEffect(() => {
    void Promise.all([readDraft<Draft>(name), readDraft<string>(CALLBACK)]).then(([kept, callback]) => {
      if (touched.current) return;
      setRestoredAt(kept?.savedAt ?? null);
      setDraft((now) => {
        const from = kept?.value ?? now;
        const callbackPhone = from.form.callbackPhone || (callback?.value ?? '');
        return { ...from, form: { ...blank, ...from.form, callbackPhone, ...first.current } };
      });
    });
  }, [name]);
  useSaving(draft, () => void (touched.current && keepDraft(name, draft).then(setSavedAt)), PAUSE_MS);
  const change = (part: (now: Draft) => Partial<Draft>) => {
    touched.current = true;
    setDraft((now) => ({ ...now, ...part(now) }));
  };
  return {
    ...draft,
    savedAt,
    restoredAt,
    dirty: touched.current || restoredAt !== null,
    set: (part: Partial<Form>) => change(({ form }) => ({ form: { ...form, ...part } })),
    setPhotos: (photos: readonly Waiting[]) => change(() => ({ photos })),
    addTried: async (body: string) => {
      const tried = [...draft.tried.filter((one) => one !== body), body];
      change(() => ({ tried }));
      await keepDraft(name, { ...draft, tried });
    },
    clear: async () => {
      touched.current = false;
      setRestoredAt(null);
      setSavedAt(null);
      setDraft(empty);
      await dropDraft(name);
    },
  };
};
export type RequestDraft = ReturnType<typeof useRequestDraft>;
