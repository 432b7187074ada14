import { ChevronDown, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import './form.css';

export interface SectionState {
  state: 'done' | 'wrong' | 'open' | 'later';
  /** `已填`, `1 处要改`, `缺 2 项`, `可先发后补`. */
  words: string;
}

const icons = { done: CircleCheck, wrong: CircleX, open: CircleDashed, later: CircleDashed } as const;
const colours = { done: 'met', wrong: 'unmet', open: 'urgent', later: 'missing' } as const;

/** State of a part of the form: sign, word, then colour. */
const SectionMark = ({ state: { state, words } }: { state: SectionState }) => {
  const Icon = icons[state];
  return (
    <span className="mark" data-c={colours[state]}>
      <Icon aria-hidden size={18} />
      <small>{words}</small>
    </span>
  );
};

export interface Part<N extends string = string> {
  name: N;
  title: string;
  state: SectionState;
}

/** The parts of a form with their state, down the side of a desk. */
export const PartList = <N extends string>({
  label,
  parts,
  onGo,
}: {
  label: string;
  parts: readonly Part<N>[];
  onGo: (name: N) => void;
}) => (
  <nav className="parts" aria-label={label}>
    {parts.map(({ name, title, state }) => (
      <a key={name} href={`#part-${name}`} onClick={() => onGo(name)}>
        {title}
        <SectionMark state={state} />
      </a>
    ))}
  </nav>
);

interface Props extends Part {
  open: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** One part of the form; folded, its title says how it stands. */
export const Section = ({ name, title, state, open, onToggle, children }: Props) => {
  const id = useId();
  return (
    <section className="card part" id={`part-${name}`} aria-labelledby={id}>
      <h2 id={id}>
        <button type="button" className="part-head" aria-expanded={open} onClick={onToggle}>
          {title}
          <SectionMark state={state} />
          <ChevronDown aria-hidden size={18} className={open ? 'part-fold part-open' : 'part-fold'} />
        </button>
      </h2>
      {open && <div className="part-body">{children}</div>}
    </section>
  );
};
