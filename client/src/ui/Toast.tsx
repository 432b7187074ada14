import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import './Toast.css';

interface Said {
  id: number;
  c: 'met' | 'unmet';
  text: string;
  /** One way back: its word and what it does. */
  undo?: { word: string; run: () => void } | undefined;
}

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
export const sayDone = (text: string, undo?: Said['undo']): void => say({ c: 'met', text, undo });
/** Says that something small failed; a page that cannot go on shows `Failed` instead. */
export const sayFailed = (text: string): void => say({ c: 'unmet', text });

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};

/** Mounted once, by the app. */
export const Toasts = () => {
  const { t } = useTranslation('common');
  const lines = useSyncExternalStore(watch, () => said);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {lines.map(({ id, c, text, undo }) => (
        <p key={id} className="toast" data-c={c}>
          {c === 'met' ? <CircleCheck aria-hidden size={20} /> : <TriangleAlert aria-hidden size={20} />}
          <span>{text}</span>
          {undo && (
            <button
              type="button"
              className="toast-undo"
              onClick={() => {
                drop(id);
                undo.run();
              }}
            >
              {undo.word}
            </button>
          )}
          <button type="button" aria-label={t('close')} onClick={() => drop(id)}>
            <X aria-hidden size={18} />
          </button>
        </p>
      ))}
    </div>
  );
};
