import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CaseRows } from '../CaseRows.tsx';
import { Chips } from '../Chips.tsx';
import { searchOf } from '../filter.ts';
import { referralStats } from './api.ts';
import { CaseLine } from './CaseLine.tsx';
import { CaseTable } from './CaseTable.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { type ListFilter, useListFilter } from './filter.ts';
import { useTold } from './told.ts';
import { useFilterWords } from './words.ts';

const usePages = (filter: ListFilter) =>
  useInfiniteQuery({
    queryKey: ['referralStats', 'cases', 'pages', filter],
    queryFn: ({ pageParam }) => referralStats.cases({ ...filter, limit: 50, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Why there are no rows: there is nothing, or too little to be shown one by one. */
const None = ({ few }: { few: boolean }) => {
  const { t } = useTranslation('stats');
  if (few) return <Empty title={t('referral.list.few')}>{t('referral.list.fewText')}</Empty>;
  return <Empty title={t('referral.empty.title')}>{t('referral.empty.text')}</Empty>;
};

/** What the list is of: the metric and, of a rate, the part of it. */
const useTitle = ({ metric = 'K15', part = 'denominator' }: ListFilter): string => {
  const { t } = useTranslation('stats');
  const name = t(`metric.${metric}.name`);
  if (metric === 'K15' || metric.startsWith('K16')) return name;
  return `${name}·${part === 'beside' ? t(`metric.${metric}.beside`) : t(`part.${part}`)}`;
};

/** The referrals, offers or consults that a figure counts, without names. */
export const Page = () => {
  const { t } = useTranslation('stats');
  const { filter, change } = useListFilter();
  const { months, words } = useFilterWords(filter);
  const told = useTold();
  const query = usePages(filter);
  const total = query.data?.pages[0]?.total ?? undefined;
  const { metric: _metric, part: _part, status: _status, answer: _answer, category: _category, ...shared } = filter;
  return (
    <>
      <PageHeader
        title={t('referral.list.title')}
        note={total === undefined ? undefined : t('referral.list.total', { n: told(total) })}
        back={`/stats/referrals?${searchOf(shared)}`}
      >
        {total !== 'few' && <ExportButtons filter={filter} />}
      </PageHeader>
      <Chips fixed={[useTitle(filter), months]} words={words} onRemove={(key) => change({ [key]: '' })} />
      <Card flush>
        <CaseRows
          query={query}
          empty={<None few={total === 'few'} />}
          opens={t('referral.list.opens')}
          Table={CaseTable}
          Line={CaseLine}
        />
      </Card>
      <p className="mute small">{t('list.foot')}</p>
    </>
  );
};
