import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWide } from '../../consults/useWide.ts';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { More } from '../../ui/More.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Chips } from '../Chips.tsx';
import { searchOf } from '../filter.ts';
import { referralStats } from './api.ts';
import { CaseLines } from './CaseLines.tsx';
import { CaseTable } from './CaseTable.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { type ListFilter, useListFilter } from './filter.ts';
import { useTold } from './told.ts';
import { useFilterWords } from './words.ts';
import '../CasesPage.css';

const usePages = (filter: ListFilter) =>
  useInfiniteQuery({
    queryKey: ['referralStats', 'cases', 'pages', filter],
    queryFn: ({ pageParam }) => referralStats.cases({ ...filter, limit: 50, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

const Rows = ({ query }: { query: ReturnType<typeof usePages> }) => {
  const { t } = useTranslation('stats');
  const wide = useWide();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isPending) return <Loading rows={8} />;
  if (!query.data) return <Failed error={query.error} title={t('failed')} retry={() => void query.refetch()} />;
  if (query.data.pages[0]?.total === 'few') return <Empty title={t('referral.list.few')}>{t('referral.list.fewText')}</Empty>;
  if (rows.length === 0) return <Empty title={t('referral.empty.title')}>{t('referral.empty.text')}</Empty>;
  return (
    <>
      {rows.some(({ opens }) => !opens) && <p className="mute small cases-opens">{t('referral.list.opens')}</p>}
      {wide ? <CaseTable rows={rows} /> : <CaseLines rows={rows} />}
      <More query={query} />
    </>
  );
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
        <Rows query={query} />
      </Card>
      <p className="mute small">{t('list.foot')}</p>
    </>
  );
};
