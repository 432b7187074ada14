import { CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './form.css';

/** One thing that is not there yet, and why it matters to whoever reads the form. */
export interface Gap<N extends string = string> {
  name: N;
  title: string;
  why: string;
  /** Where it stands on the form; absent, it is not filled by a field. */
  field?: string;
}

interface Props {
  label: string;
  gaps: readonly Gap[];
  /** How many things are asked for. */
  all: number;
  onGo: (field: string) => void;
}

const Row = ({ gap: { title, why, field }, onGo }: { gap: Gap; onGo: (field: string) => void }) => {
  const { t } = useTranslation('common');
  return (
    <li data-c="urgent">
      <CircleDashed aria-hidden size={18} />
      <span>
        <b>{title}</b>
        <small className="soft">{why}</small>
      </span>
      {field && (
        <button type="button" className="link" aria-label={t('form.fillOne', { name: title })} onClick={() => onGo(field)}>
          {t('form.fill')}
        </button>
      )}
    </li>
  );
};

export const gapCount = (gaps: readonly Gap[], all: number): ReactNode => (
  <b className="num">{`${all - gaps.length} / ${all}`}</b>
);

/** What the reader will miss: how much is there, then each gap with its reason and the way to its field. */
export const Gaps = ({ label, gaps, all, onGo }: Props) => {
  const { t } = useTranslation('common');
  return (
    <>
      <progress className="gaps-meter" max={all} value={all - gaps.length} aria-label={label} />
      <ul className="gaps">
        {gaps.map((gap) => (
          <Row key={gap.name} gap={gap} onGo={onGo} />
        ))}
        {gaps.length === 0 && (
          <li data-c="met">
            <CircleCheck aria-hidden size={18} />
            <span>{t('form.none')}</span>
          </li>
        )}
      </ul>
    </>
  );
};
