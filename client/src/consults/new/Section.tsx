import { ChevronDown, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

export type SectionName = 'ask' | 'patient' | 'who' | 'photos' | 'story' | 'consent';
export interface SectionState {
  state: 'done' | 'wrong' | 'open' | 'later';
  /** `已填`, `1 处要改`, `缺 2 项`, `可先发后补`. */
  words: string;
}

const icons = { done: CircleCheck, wrong: CircleX, open: CircleDashed, later: CircleDashed } as const;
const colours = { done: 'met', wrong: 'unmet', open: 'urgent', later: 'missing' } as const;

/** State of a part of the form: sign, word, then colour. */
export const SectionMark = ({ state: { state, words } }: { state: SectionState }) => {
  const Icon = icons[state];
  return (
    <span className="mark" data-c={colours[state]}>
      <Icon aria-hidden size={18} />
      <small>{words}</small>
    </span>
  );
};

interface Props {
  name: SectionName;
  state: SectionState;
  open: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** One part of the form; folded, its title says how it stands. */
export const Section = ({ name, state, open, onToggle, children }: Props) => {
  const { t } = useTranslation('consults');
  const id = useId();
  return (
    <section className="card part" id={`part-${name}`} aria-labelledby={id}>
      <h2 id={id}>
        <button type="button" className="part-head" aria-expanded={open} onClick={onToggle}>
          {t(`section.${name}`)}
          <SectionMark state={state} />
          <ChevronDown aria-hidden size={18} className={open ? 'part-fold part-open' : 'part-fold'} />
        </button>
      </h2>
      {open && <div className="part-body">{children}</div>}
    </section>
  );
};
