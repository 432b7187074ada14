import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CaseRows } from '../CaseRows.tsx';
import { Chips } from '../Chips.tsx';
import { searchOf } from '../filter.ts';
import { useTold } from '../referrals/told.ts';
import { emergencyStats } from './api.ts';
import { CaseLine } from './CaseLine.tsx';
import { CaseTable } from './CaseTable.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { figureFilter, type ListFilter, useListFilter } from './filter.ts';
import { useFilterWords } from './words.ts';

const usePages = (filter: ListFilter) =>
  useInfiniteQuery({
    queryKey: ['emergencyStats', 'cases', 'pages', filter],
    queryFn: ({ pageParam }) => emergencyStats.cases({ ...filter, limit: 50, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Why there are no rows: there is nothing, or too little to be shown one by one. */
const None = ({ few }: { few: boolean }) => {
  const { t } = useTranslation('stats');
  if (few) return <Empty title={t('referral.list.few')}>{t('referral.list.fewText')}</Empty>;
  return <Empty title={t('centers.empty.title')}>{t('centers.empty.text')}</Empty>;
};

/** The cases of a center that a figure counts, without names. */
export const Page = () => {
  const { t } = useTranslation('stats');
  const { filter, change } = useListFilter();
  const { months, center, words } = useFilterWords(filter);
  const told = useTold();
  const query = usePages(filter);
  const total = query.data?.pages[0]?.total;
  const figures = figureFilter(filter);
  return (
    <>
      <PageHeader
        title={t('centers.list.title')}
        note={total === undefined ? undefined : t('centers.list.total', { n: told(total) })}
        back={`/stats/emergencies?${searchOf({ ...figures, metric: filter.metric })}`}
      >
        {total !== 'few' && <ExportButtons filter={figures} />}
      </PageHeader>
      {/* The state is one of a metric: without it there is none. */}
      <Chips
        fixed={[center, months]}
        words={words}
        onRemove={(key) => change(key === 'metric' ? { metric: '', state: '' } : { [key]: '' })}
      />
      <Card flush>
        <CaseRows
          query={query}
          empty={<None few={total === 'few'} />}
          opens={t('centers.list.opens')}
          Table={CaseTable}
          Line={CaseLine}
        />
      </Card>
      <p className="mute small">{t('centers.list.foot')}</p>
    </>
  );
};
