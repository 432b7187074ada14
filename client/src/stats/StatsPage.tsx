import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CaseFilter, ConsultStats } from '../../../contract/stats.ts';
import { dateTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { stats } from './api.ts';
import { FilterBar } from './FilterBar.tsx';
import { FlowMatrix } from './FlowMatrix.tsx';
import { useCaseFilter } from './filter.ts';
import { Kinds } from './Kinds.tsx';
import { Kpis } from './Kpis.tsx';
import { MonthsCard } from './MonthsCard.tsx';
import { Printed } from './Printed.tsx';
import { ResponseTable } from './ResponseTable.tsx';
import { Rules } from './Rules.tsx';
import { StatusCard } from './StatusCard.tsx';
import { useScopeWords } from './scopeWords.ts';
import { TrendCard } from './TrendCard.tsx';
import './StatsPage.css';

const Figures = ({ filter, stats: found }: { filter: CaseFilter; stats: ConsultStats }) => {
  const { t } = useTranslation('stats');
  if (found.total === 0) {
    return (
      <Card>
        <Empty title={t('empty.title')}>{t('empty.text')}</Empty>
      </Card>
    );
  }
  return (
    <>
      <Printed filter={filter} stats={found} />
      <Kpis filter={filter} stats={found} />
      <div className="stats-grid">
        <MonthsCard filter={filter} stats={found} />
        <TrendCard filter={filter} stats={found} />
        <FlowMatrix filter={filter} flows={found.flows} total={found.total} />
        <div className="stats-side">
          <ResponseTable filter={filter} stats={found} />
          <StatusCard filter={filter} stats={found} />
        </div>
      </div>
      <Rules {...found} />
    </>
  );
};

/** What the programme did, from the consults themselves; every figure opens its cases. */
export const Page = () => {
  const { t } = useTranslation('stats');
  const state = useCaseFilter();
  const query = useQuery({ ...stats.consults.query(state.filter), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeader title={t('title')} note={useScopeWords('scope')}>
        <span className="stats-print">
          <Button icon={Printer} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </span>
      </PageHeader>
      <Kinds />
      <div className="stats-bar">
        <FilterBar {...state} />
        <span className="mute small">{query.data && t('asOf', { at: dateTime(query.data.asOf) })}</span>
      </div>
      <div className="stats-body" aria-busy={query.isPlaceholderData}>
        <Loaded query={query} failed={t('failed')} rows={8}>
          {(found) => <Figures filter={state.filter} stats={found} />}
        </Loaded>
      </div>
    </>
  );
};
