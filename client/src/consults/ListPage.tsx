import { useInfiniteQuery } from '@tanstack/react-query';
import { Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConsultRow, Urgency } from '../../../contract/consults.ts';
import { rolesOf } from '../app/nav.ts';
import { useAddress } from '../lib/address.ts';
import { useMe } from '../lib/session.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Select } from '../ui/Field.tsx';
import { Loading } from '../ui/Loading.tsx';
import { More } from '../ui/More.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { consults } from './api.ts';
import { ConsultLine } from './ConsultLine.tsx';
import { ConsultTable } from './ConsultTable.tsx';
import { useLiveLists } from './useConsult.ts';
import { useWide } from './useWide.ts';
import './ListPage.css';

const boxes = ['mine', 'open', 'done'] as const;
type Box = (typeof boxes)[number];
const urgencies: readonly Urgency[] = ['stat', 'urgent', 'routine'];

const usePages = (box: Box, urgency: Urgency | undefined) => {
  useLiveLists();
  const filter = { box, ...(urgency && { urgency }) };
  return useInfiniteQuery({
    queryKey: ['consults', 'list', 'pages', filter],
    queryFn: ({ pageParam }) => consults.list({ ...filter, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
};

const Rows = ({ rows, box }: { rows: readonly ConsultRow[]; box: Box }) => {
  const wide = useWide();
  const { t } = useTranslation('consults');
  if (rows.length === 0) return <Empty title={t(`empty.${box}`)}>{t('empty.text')}</Empty>;
  if (wide) return <ConsultTable rows={rows} />;
  return (
    <ol className="rows">
      {rows.map((row) => (
        <ConsultLine key={row.id} row={row} />
      ))}
    </ol>
  );
};

const useFilter = () => {
  const { search, change } = useAddress();
  const box = boxes.find((one) => one === search.get('box')) ?? 'open';
  const urgency = urgencies.find((one) => one === search.get('urgency'));
  return { box, urgency, change };
};

const Filter = ({ box, urgency, change }: ReturnType<typeof useFilter>) => {
  const { t } = useTranslation(['consults', 'common']);
  return (
    <div className="list-filter">
      <Tabs
        label={t('list.boxes')}
        tabs={boxes.map((one) => [one, t(`box.${one}`)] as const)}
        chosen={box}
        onChoose={(one) => change('box', one)}
      />
      <Select aria-label={t('field.urgency')} value={urgency ?? ''} onChange={(event) => change('urgency', event.target.value)}>
        <option value="">{t('list.anyUrgency')}</option>
        {urgencies.map((one) => (
          <option key={one} value={one}>
            {t(`common:urgency.${one}`)}
          </option>
        ))}
      </Select>
    </div>
  );
};

/** All consults that the reader stands in some relation to: mine, open, over. */
export const Page = () => {
  const { t } = useTranslation(['consults', 'common']);
  const filter = useFilter();
  const query = usePages(filter.box, filter.urgency);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const asks = rolesOf(useMe()).has('doctor');
  return (
    <>
      <PageHeader title={t('list.title')}>
        {asks && (
          <ButtonLink look="primary" icon={Video} to="/consults/new">
            {t('new.title')}
          </ButtonLink>
        )}
      </PageHeader>
      <Card>
        <Filter {...filter} />
        {query.isPending && <Loading rows={6} />}
        {query.isError && rows.length === 0 && (
          <Failed error={query.error} title={t('failed.list')} retry={() => void query.refetch()} />
        )}
        {query.data && <Rows rows={rows} box={filter.box} />}
        <More query={query} />
      </Card>
    </>
  );
};
