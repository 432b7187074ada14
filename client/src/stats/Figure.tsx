import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { number } from '../lib/format.ts';
import './Figure.css';

/** A count that opens the cases it counts; `of` says what it counts, for screen readers. */
export const Figure = ({ n, to, of, children }: { n: number; to: string; of: string; children?: ReactNode }) => {
  const { t } = useTranslation('stats');
  return (
    <Link className="figure num" to={to} aria-label={t('figure', { of, n })} title={t('openCases')}>
      {children ?? number(n)}
    </Link>
  );
};
