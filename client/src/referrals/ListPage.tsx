import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReferralRow } from '../../../contract/referrals.ts';
import { rolesOf } from '../app/nav.ts';
import { useWide } from '../consults/useWide.ts';
import { useMe } from '../lib/session.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { More } from '../ui/More.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Stale } from '../ui/Stale.tsx';
import { usePhone } from '../ui/usePhone.ts';
import { arrows } from './arrows.ts';
import { Board } from './Board.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { type Counts, FilterBar } from './FilterBar.tsx';
import { type Filtering, useReferralFilter } from './filter.ts';
import { ReferralLine } from './ReferralLine.tsx';
import { ReferralTable } from './ReferralTable.tsx';
import { SearchBox } from './SearchBox.tsx';
import { useCounts, useReferralPages } from './useReferrals.ts';
import './Rows.css';

const List = ({ rows }: { rows: readonly ReferralRow[] }) => {
  const wide = useWide();
  if (wide)
    return (
      <Card>
        <ReferralTable rows={rows} />
      </Card>
    );
  return (
    <Card flush>
      <ol className="rows rlines" data-cards>
        {rows.map((row) => (
          <ReferralLine key={row.id} row={row} />
        ))}
      </ol>
    </Card>
  );
};

const Nothing = ({ filtering }: { filtering: Filtering }) => {
  const { t } = useTranslation('referrals');
  const { narrowed, address, search, change } = filtering;
  const over = search && address.box !== 'done' && <Button onClick={() => change('box', 'done')}>{t('list.findInDone')}</Button>;
  return (
    <Card>
      <Empty title={t(narrowed ? 'list.noneFound' : `list.empty.${address.box}`)} action={over}>
        {t(narrowed ? 'list.noneFoundText' : 'list.emptyText')}
      </Empty>
    </Card>
  );
};

interface ShownProps {
  rows: readonly ReferralRow[];
  filtering: Filtering;
  counts: Counts | undefined;
}

const Shown = ({ rows, filtering, counts }: ShownProps) => {
  const { address, narrowed, change } = filtering;
  if (rows.length === 0) return <Nothing filtering={filtering} />;
  if (address.view === 'list') return <List rows={rows} />;
  const statuses = address.box === 'open' && !narrowed ? counts?.statuses : undefined;
  return <Board rows={rows} statuses={statuses} column={address.column} onColumn={(name) => change('column', name)} />;
};

/** All referrals that the reader stands in some relation to, as a board or as a list. */
export const Page = () => {
  const { t } = useTranslation('referrals');
  const filtering = useReferralFilter();
  const counts = useCounts();
  const pages = useReferralPages(filtering.filter);
  const roles = rolesOf(useMe());
  const phone = usePhone();
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHeader title={t('list.title')}>
        {!phone && <SearchBox {...filtering} />}
        {!phone && <ExportMenu filter={filtering.filter} />}
        {(roles.has('doctor') || roles.has('specialist')) && (
          <ButtonLink look="primary" icon={Plus} to="/referrals/new">
            {t('list.start')}
          </ButtonLink>
        )}
      </PageHeader>
      <FilterBar filtering={filtering} counts={counts} />
      <Stale query={pages} />
      {pages.isPending && <Loading rows={6} />}
      {pages.isError && !rows && <Failed error={pages.error} title={t('list.failed')} retry={() => void pages.refetch()} />}
      {rows && (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows only move the focus between its links
        <div onKeyDown={arrows}>
          <Shown rows={rows} filtering={filtering} counts={counts} />
        </div>
      )}
      <More query={pages} />
    </>
  );
};
