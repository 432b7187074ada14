import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWide } from '../consults/useWide.ts';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { More } from '../ui/More.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { AuditFilterBar } from './AuditFilterBar.tsx';
import { AuditLines } from './AuditLines.tsx';
import { AuditTable } from './AuditTable.tsx';
import { audit } from './api.ts';
import { questionOf, useAuditFilter } from './filter.ts';
import { useVerify } from './Verdict.tsx';
import './AuditPage.css';

const usePages = (question: ReturnType<typeof questionOf>) =>
  useInfiniteQuery({
    queryKey: ['audit', 'list', 'pages', question],
    queryFn: ({ pageParam }) => audit.list({ ...question, limit: 50, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

const Rows = ({ query }: { query: ReturnType<typeof usePages> }) => {
  const { t } = useTranslation('audit');
  const wide = useWide();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isPending) return <Loading rows={8} />;
  if (!query.data) return <Failed error={query.error} title={t('failed')} retry={() => void query.refetch()} />;
  if (rows.length === 0) return <Empty title={t('empty.title')}>{t('empty.text')}</Empty>;
  return (
    <>
      {wide ? <AuditTable rows={rows} /> : <AuditLines rows={rows} />}
      <More query={query} />
    </>
  );
};

/** Who did, read or was refused what; the chain can be checked from its first row to its last. */
export const Page = () => {
  const { t } = useTranslation('audit');
  const state = useAuditFilter();
  const query = usePages(questionOf(state.filter));
  const { button, result } = useVerify();
  return (
    <>
      <PageHeader title={t('title')} note={t('note')}>
        {button}
      </PageHeader>
      {result}
      <Card>
        <AuditFilterBar {...state} />
        <Rows query={query} />
      </Card>
    </>
  );
};
