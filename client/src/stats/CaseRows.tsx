import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWide } from '../consults/useWide.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { More } from '../ui/More.tsx';
import './CaseRows.css';

interface Case {
  id: string;
  opens: boolean;
}

interface Props<Row extends Case> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Row[] }>>;
  /** Instead of rows, where there are none. */
  empty: ReactNode;
  /** Why some numbers are no links. */
  opens: string;
  /** The rows at a desk. */
  Table: ComponentType<{ rows: readonly Row[] }>;
  /** One of the same rows in the hand. */
  Line: ComponentType<{ row: Row }>;
}

/** The cases of a list so far, in all the states of their pages. */
export const CaseRows = <Row extends Case>({ query, empty, opens, Table, Line }: Props<Row>) => {
  const { t } = useTranslation('stats');
  const wide = useWide();
  return (
    <Loaded query={query} failed={t('failed')} rows={8}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return empty;
        return (
          <>
            {rows.some((row) => !row.opens) && <p className="mute small cases-opens">{opens}</p>}
            {wide ? (
              <Table rows={rows} />
            ) : (
              <ol className="case-lines">
                {rows.map((row) => (
                  <Line key={row.id} row={row} />
                ))}
              </ol>
            )}
            <More query={query} />
          </>
        );
      }}
    </Loaded>
  );
};
