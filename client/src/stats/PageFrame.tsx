import type { UseQueryResult } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Kinds } from './Kinds.tsx';
import './StatsPage.css';

interface Props<T> {
  /** Whose figures they are. */
  scope: string;
  /** Beside the button that prints. */
  acts?: ReactNode;
  filterBar: ReactNode;
  query: UseQueryResult<T>;
  children: (stats: T) => ReactNode;
  /** Below the figures; it does not wait for them. */
  below?: ReactNode;
}

/** A page of figures: what kind they are of, what they are narrowed to, and when they were counted. */
export const PageFrame = <T extends { asOf: string }>({ scope, acts, filterBar, query, children, below }: Props<T>) => {
  const { t } = useTranslation('stats');
  return (
    <>
      <PageHeader title={t('title')} note={scope}>
        <span className="stats-print">
          <Button icon={Printer} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </span>
        {acts}
      </PageHeader>
      <Kinds />
      <div className="stats-bar">
        {filterBar}
        <span className="mute small">{query.data && t('asOf', { at: dateTime(query.data.asOf) })}</span>
      </div>
      <div className="stats-body" aria-busy={query.isPlaceholderData}>
        <Loaded query={query} failed={t('failed')} rows={8}>
          {children}
        </Loaded>
        {below}
      </div>
    </>
  );
};
