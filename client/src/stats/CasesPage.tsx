import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseFilter } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { stats } from './api.ts';
import { CaseLine } from './CaseLine.tsx';
import { CaseRows } from './CaseRows.tsx';
import { CaseTable } from './CaseTable.tsx';
import { Chips } from './Chips.tsx';
import { searchOf, useCaseFilter } from './filter.ts';
import { useFilterWords } from './filterWords.ts';

const usePages = (filter: CaseFilter) =>
  useInfiniteQuery({
    queryKey: ['stats', 'cases', 'pages', filter],
    queryFn: ({ pageParam }) => stats.cases({ ...filter, limit: 50, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** The cases that a figure counts, without names. */
export const Page = () => {
  const { t } = useTranslation('stats');
  const { filter, change } = useCaseFilter();
  const { months, words } = useFilterWords(filter);
  const query = usePages(filter);
  const total = query.data?.pages[0]?.total;
  const { status: _status, response: _response, adoption: _adoption, ...shared } = filter;
  return (
    <>
      <PageHeader
        title={t('list.title')}
        note={total === undefined ? undefined : t('list.total', { n: number(total) })}
        back={`/stats?${searchOf(shared)}`}
      />
      <Chips fixed={[months]} words={words} onRemove={(key) => change({ [key]: '' })} />
      <Card flush>
        <CaseRows
          query={query}
          empty={<Empty title={t('empty.title')}>{t('empty.text')}</Empty>}
          opens={t('list.opens')}
          Table={CaseTable}
          Line={CaseLine}
        />
      </Card>
      <p className="mute small">{t('list.foot')}</p>
    </>
  );
};
