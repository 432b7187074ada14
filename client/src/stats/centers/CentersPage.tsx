import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CenterFilter } from '../../../../contract/emergencyStats.ts';
import { emergency } from '../../emergency/api.ts';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PageFrame } from '../PageFrame.tsx';
import { moment } from '../Printed.tsx';
import { useTold } from '../referrals/told.ts';
import { useScopeWords } from '../scopeWords.ts';
import { emergencyStats } from './api.ts';
import { ExportButtons } from './ExportButtons.tsx';
import { FilterBar } from './FilterBar.tsx';
import { figureFilter, useListFilter } from './filter.ts';
import { GapsCard } from './GapsCard.tsx';
import { Head } from './Head.tsx';
import { LocksCard } from './LocksCard.tsx';
import { MetricTable } from './MetricTable.tsx';
import { RunCard } from './RunCard.tsx';
import { ShareCard } from './ShareCard.tsx';
import { isWatched, pickedOf, type Seen, type Stats } from './seen.ts';
import { useFilterWords, useMetricWords } from './words.ts';
import './Centers.css';

/** The figures with the rules that they were judged by. */
const useStats = (filter: CenterFilter) =>
  useQuery({
    queryKey: ['emergencyStats', 'figures', filter],
    queryFn: async (): Promise<Stats> => {
      const [figures, { rules }] = await Promise.all([emergencyStats.figures(filter), emergency.rules()]);
      return { ...figures, rules: rules[filter.center] };
    },
    placeholderData: keepPreviousData,
  });

/** On paper only: which center, months and hospital the figures are of, and when they were counted. */
const Printed = ({ filter, stats }: Seen) => {
  const { t } = useTranslation('stats');
  const told = useTold();
  const { months, center, words } = useFilterWords(filter);
  return (
    <div className="stats-printed">
      <p>
        <b>{t('centers.printed.months', { center, months })}</b>
      </p>
      <p>{words.hospitalId ?? t('centers.filter.anyHospital')}</p>
      <p className="mute">{t('centers.printed.asOf', { at: moment(stats.asOf), n: told(stats.cases) })}</p>
    </div>
  );
};

const Rules = ({ stats: { rulesVersion, rules } }: Seen) => {
  const { t } = useTranslation('stats');
  const { name, formula } = useMetricWords();
  return (
    <footer className="mute small stats-rules">
      <p>{t('centers.rules.line', { version: rulesVersion })}</p>
      <details>
        <summary>{t('rules.how')}</summary>
        <p>{t('centers.rules.share')}</p>
        <p>{t('centers.rules.complete')}</p>
        <p>{t('centers.rules.charts')}</p>
        <ul className="metric-rules">
          {rules.metrics.map((rule) => (
            <li key={rule.code}>
              {name(rule.code)} {rule.code}·{formula(rule)}
            </li>
          ))}
        </ul>
      </details>
    </footer>
  );
};

const Figures = ({ metric, ...seen }: Seen & { metric: string | undefined }) => {
  const { t } = useTranslation('stats');
  if (seen.stats.cases === 0) {
    return (
      <>
        <Card>
          <Empty title={t('centers.empty.title')}>{t('centers.empty.text')}</Empty>
        </Card>
        <LocksCard {...seen.filter} />
      </>
    );
  }
  const picked = pickedOf(seen.stats, metric);
  return (
    <>
      <Printed {...seen} />
      <Head {...seen} />
      <MetricTable {...seen} picked={picked} />
      <div className="stats-grid center-pair metric-charts">
        {picked.rule.kind === 'interval' && <RunCard filter={seen.filter} metric={picked} />}
        {!isWatched(picked) && <ShareCard filter={seen.filter} metric={picked} />}
      </div>
      <div className="stats-grid center-pair">
        <GapsCard {...seen} />
        <LocksCard {...seen.filter} />
      </div>
      <Rules {...seen} />
    </>
  );
};

/** K17 to K19 of one of the five centers; every figure opens its cases. */
export const Page = () => {
  const state = useListFilter();
  const filter = figureFilter(state.filter);
  return (
    <PageFrame
      scope={useScopeWords('centers.scope')}
      acts={<ExportButtons filter={filter} />}
      filterBar={<FilterBar {...state} />}
      query={useStats(filter)}
    >
      {(stats) => <Figures filter={filter} stats={stats} metric={state.filter.metric} />}
    </PageFrame>
  );
};
