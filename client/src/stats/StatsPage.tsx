import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseFilter, ConsultStats } from '../../../contract/stats.ts';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { stats } from './api.ts';
import { FilterBar } from './FilterBar.tsx';
import { FlowMatrix } from './FlowMatrix.tsx';
import { useCaseFilter } from './filter.ts';
import { Kpis } from './Kpis.tsx';
import { MonthsCard } from './MonthsCard.tsx';
import { PageFrame } from './PageFrame.tsx';
import { Printed } from './Printed.tsx';
import { ResponseTable } from './ResponseTable.tsx';
import { Rules } from './Rules.tsx';
import { StatusCard } from './StatusCard.tsx';
import { useScopeWords } from './scopeWords.ts';
import { TrendCard } from './TrendCard.tsx';

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
  const state = useCaseFilter();
  const query = useQuery({ ...stats.consults.query(state.filter), placeholderData: keepPreviousData });
  return (
    <PageFrame scope={useScopeWords('scope')} filterBar={<FilterBar {...state} />} query={query}>
      {(found) => <Figures filter={state.filter} stats={found} />}
    </PageFrame>
  );
};
