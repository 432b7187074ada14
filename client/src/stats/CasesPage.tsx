import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseFilter } from '../../../contract/stats.ts';
import { useWide } from '../consults/useWide.ts';
import { number } from '../lib/format.ts';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { More } from '../ui/More.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { stats } from './api.ts';
import { CaseLines } from './CaseLines.tsx';
import { CaseTable } from './CaseTable.tsx';
import { Chips } from './Chips.tsx';
import { searchOf, useCaseFilter } from './filter.ts';
import { useFilterWords } from './filterWords.ts';
import './CasesPage.css';

const usePages = (filter: CaseFilter) =>
  useInfiniteQuery({
    queryKey: ['stats', 'cases', 'pages', filter],
    queryFn: ({ pageParam }) => stats.cases({ ...filter, limit: 50, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

const Rows = ({ query }: { query: ReturnType<typeof usePages> }) => {
  const { t } = useTranslation('stats');
  const wide = useWide();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isPending) return <Loading rows={8} />;
  if (!query.data) return <Failed error={query.error} title={t('failed')} retry={() => void query.refetch()} />;
  if (rows.length === 0) return <Empty title={t('empty.title')}>{t('empty.text')}</Empty>;
  return (
    <>
      {rows.some(({ opens }) => !opens) && <p className="mute small cases-opens">{t('list.opens')}</p>}
      {wide ? <CaseTable rows={rows} /> : <CaseLines rows={rows} />}
      <More query={query} />
    </>
  );
};

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
        <Rows query={query} />
      </Card>
      <p className="mute small">{t('list.foot')}</p>
    </>
  );
};
