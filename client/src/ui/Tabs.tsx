import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import './Tabs.css';

interface Props<T extends string> {
  label: string;
  tabs: readonly (readonly [tab: T, word: ReactNode, count?: number | undefined])[];
  chosen: T;
  onChoose: (tab: T) => void;
}

/** The parts of a list, one of which is shown; left and right move, as in every tab list. */
export const Tabs = <T extends string>({ label, tabs, chosen, onChoose }: Props<T>) => {
  const row = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where more tabs are than fit, the chosen one is among those seen
  useEffect(() => {
    const on = row.current?.querySelector<HTMLElement>('[aria-selected=true]');
    if (row.current && on) row.current.scrollLeft = on.offsetLeft - (row.current.clientWidth - on.offsetWidth) / 2;
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const at = (tabs.findIndex(([tab]) => tab === chosen) + by + tabs.length) % tabs.length;
    onChoose(tabs[at]![0]);
    row.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <div ref={row} className="tab-row" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(([tab, word, count]) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={tab === chosen}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {word}
          {count !== undefined && <b className="num">{count}</b>}
        </button>
      ))}
    </div>
  );
};
