import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Veiled } from '../../../contract/referralStats.ts';
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

/** A count that may be covered, since it is none of the reader's own: then there is nothing to open. */
export const Told = ({ n, to, of }: { n: Veiled; to: string; of: string }) => {
  const { t } = useTranslation('stats');
  if (typeof n === 'number') return <Figure n={n} to={to} of={of} />;
  return (
    <span className="figure-covered num" title={t('hiddenWhy')}>
      {t(n)}
    </span>
  );
};
