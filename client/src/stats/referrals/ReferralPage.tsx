import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PageFrame } from '../PageFrame.tsx';
import { moment } from '../Printed.tsx';
import { useScopeWords } from '../scopeWords.ts';
import { ActivityCard } from './ActivityCard.tsx';
import { referralStats } from './api.ts';
import { ChapterCard, FlowCard, MonthsCard, StatusCard } from './Cards.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { FilterBar } from './FilterBar.tsx';
import { useFigureFilter } from './filter.ts';
import { MixCard } from './MixCard.tsx';
import { PairsCard } from './PairsCard.tsx';
import { Sankey } from './Sankey.tsx';
import { figureOf, type Seen, totalOf } from './seen.ts';
import { Tiles } from './Tiles.tsx';
import { useTold } from './told.ts';
import { useFilterWords } from './words.ts';

/** On paper only: which months and cases the figures are of, and when they were counted. */
const Printed = (seen: Seen) => {
  const { t } = useTranslation('stats');
  const told = useTold();
  const { months, words } = useFilterWords(seen.filter);
  return (
    <div className="stats-printed">
      <p>
        <b>{t('referral.printed.months', { months })}</b>
      </p>
      <p>{Object.values(words).join('·')}</p>
      <p className="mute">{t('referral.printed.asOf', { at: moment(seen.stats.asOf), n: told(totalOf(seen)) })}</p>
    </div>
  );
};

const Rules = ({ stats: { version } }: Seen) => {
  const { t } = useTranslation('stats');
  return (
    <footer className="mute small stats-rules">
      <p>{t('referral.rules.line', { version })}</p>
      <p>{t('referral.rules.text')}</p>
    </footer>
  );
};

/** Nothing was sent, and no consult ended either. */
const isEmpty = (seen: Seen): boolean => totalOf(seen) === 0 && figureOf(seen, 'K13').denominator === 0;

const Figures = (seen: Seen) => {
  const { t } = useTranslation('stats');
  if (isEmpty(seen)) {
    return (
      <Card>
        <Empty title={t('referral.empty.title')}>{t('referral.empty.text')}</Empty>
      </Card>
    );
  }
  return (
    <>
      <Printed {...seen} />
      <Tiles {...seen} />
      <div className="stats-grid">
        <Sankey {...seen} />
        <FlowCard {...seen} />
        <MonthsCard {...seen} />
        <MixCard {...seen} />
        <PairsCard {...seen} />
        <div className="stats-side">
          <ChapterCard {...seen} />
          <StatusCard {...seen} />
        </div>
      </div>
      <Rules {...seen} />
    </>
  );
};

/** Who refers whom where, how it is answered and what becomes of it; every figure opens its cases. */
export const Page = () => {
  const state = useFigureFilter();
  const query = useQuery({ ...referralStats.figures.query(state.filter), placeholderData: keepPreviousData });
  return (
    <PageFrame
      scope={useScopeWords('referral.scope')}
      acts={<ExportButtons filter={state.filter} />}
      filterBar={<FilterBar {...state} />}
      query={query}
      below={<ActivityCard filter={state.filter} />}
    >
      {(found) => <Figures filter={state.filter} stats={found} />}
    </PageFrame>
  );
};
