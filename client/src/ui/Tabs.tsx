import './Tabs.css';

interface Props<T extends string> {
  label: string;
  tabs: readonly (readonly [tab: T, word: string])[];
  chosen: T;
  onChoose: (tab: T) => void;
}

/** The parts of a list, one of which is shown. */
export const Tabs = <T extends string>({ label, tabs, chosen, onChoose }: Props<T>) => (
  <div className="tab-row" role="tablist" aria-label={label}>
    {tabs.map(([tab, word]) => (
      <button key={tab} type="button" role="tab" aria-selected={tab === chosen} onClick={() => onChoose(tab)}>
        {word}
      </button>
    ))}
  </div>
);
