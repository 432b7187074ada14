import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useTopmost } from './useTopmost.ts';
import './Toast.css';

/** One thing to do about it, such as the way back: its word and what it does. */
interface Act {
  word: string;
  run: () => void;
}

interface Said {
  id: number;
  c: keyof typeof icons;
  text: string;
  act?: Act | undefined;
}

const icons = { met: CircleCheck, unmet: TriangleAlert, hai: Info } as const;

/** Long enough to read and to undo. */
const SHOWN_MS = 10_000;

let said: readonly Said[] = [];
let last = 0;
const watchers = new Set<() => void>();
const set = (next: readonly Said[]) => {
  said = next;
  for (const watch of watchers) watch();
};
const drop = (id: number) => set(said.filter((line) => line.id !== id));

const say = (line: Omit<Said, 'id'>) => {
  last += 1;
  const id = last;
  set([...said.slice(-2), { ...line, id }]);
  setTimeout(() => drop(id), SHOWN_MS);
};

/** Says that something was done, for ten seconds, with a way back where there is one. */
export const sayDone = (text: string, undo?: Act): void => say({ c: 'met', text, act: undo });
/** Says that something small failed; a page that cannot go on shows `Failed` instead. */
export const sayFailed = (text: string): void => say({ c: 'unmet', text });
/** Says what somebody else did, with what the reader may do about it. */
export const sayNews = (text: string, act?: Act): void => say({ c: 'hai', text, act });

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};

const Line = ({ line: { id, c, text, act } }: { line: Said }) => {
  const { t } = useTranslation('common');
  const Icon = icons[c];
  return (
    <p className="toast" data-c={c}>
      <Icon aria-hidden size={20} />
      <span>{text}</span>
      {act && (
        <button
          type="button"
          className="toast-act"
          onClick={() => {
            drop(id);
            act.run();
          }}
        >
          {act.word}
        </button>
      )}
      <button type="button" aria-label={t('close')} onClick={() => drop(id)}>
        <X aria-hidden size={18} />
      </button>
    </p>
  );
};

/** Mounted once, by the app. Lies over an open dialog too. */
export const Toasts = () => {
  const lines = useSyncExternalStore(watch, () => said);
  const place = useTopmost(lines.length > 0, '.toasts');
  return createPortal(
    <div className="toasts" role="status" aria-live="polite">
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </div>,
    place,
  );
};
