import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CaseFilter, ConsultStats, ResponseFigure } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';
import { Tag } from '../ui/Tag.tsx';
import { casesLink } from './filter.ts';
import { Kpi } from './Kpi.tsx';
import { Spark } from './Spark.tsx';
import { FEW, keepsLimit, percent, useQuantile, useSpan } from './words.ts';

interface Seen {
  filter: CaseFilter;
  stats: ConsultStats;
}

const sum = (responses: readonly ResponseFigure[], key: 'n' | 'within' | 'late' | 'unanswered'): number =>
  responses.reduce((total, figure) => total + figure[key], 0);

const Completed = ({ filter, stats }: Seen) => {
  const { t } = useTranslation('stats');
  const closed = stats.statuses.find(({ status }) => status === 'closed')?.n ?? 0;
  return (
    <Kpi
      title={t('kpi.closed')}
      value={number(closed)}
      unit={t('unit.cases')}
      to={casesLink(filter, { status: 'closed' })}
      spark={<Spark c="shan" values={stats.months.map((month) => month.closed)} />}
    >
      {t('kpi.ofSent', { n: number(stats.total) })}
    </Kpi>
  );
};

const Verdict = ({ figure }: { figure: ResponseFigure }) => {
  const { t } = useTranslation('stats');
  const { span } = useSpan();
  const keeps = keepsLimit(figure);
  if (keeps === null) return null;
  const limit = span(figure.limitSeconds);
  return (
    <Tag c={keeps ? 'met' : 'unmet'} icon={keeps ? Check : X}>
      {t(keeps ? 'kpi.met' : 'kpi.unmet', { limit })}
    </Tag>
  );
};

const FirstResponse = ({ filter, stats }: Seen) => {
  const { t } = useTranslation(['stats', 'common']);
  const quantile = useQuantile();
  const { value, unit } = useSpan();
  const urgency = filter.urgency ?? 'stat';
  const figure = stats.responses.find((each) => each.urgency === urgency)!;
  const { n, p50, p90 } = figure;
  return (
    <Kpi
      title={t('kpi.p90', { urgency: t(`common:urgency.${urgency}`) })}
      value={typeof p90 === 'number' ? value(p90) : quantile(p90)}
      unit={typeof p90 === 'number' ? unit(p90) : undefined}
      to={casesLink(filter, { urgency, response: 'due' })}
      few={n < FEW}
      spark={<Spark c="hai" values={stats.trend.map((month) => (typeof month.p90 === 'number' ? month.p90 : null))} />}
    >
      <Verdict figure={figure} /> {t('kpi.p50', { p50: quantile(p50) ?? t('common:missing'), n: number(n) })}
    </Kpi>
  );
};

const Within = ({ filter, stats }: Seen) => {
  const { t } = useTranslation('stats');
  const [n, within] = [sum(stats.responses, 'n'), sum(stats.responses, 'within')];
  const few = n < FEW;
  const shares = stats.months.map((month) => (month.due < FEW ? null : month.within / month.due));
  return (
    <Kpi
      title={t('kpi.within')}
      value={few && n > 0 ? `${within}/${n}` : percent(within, n)}
      unit={few ? undefined : '%'}
      to={casesLink(filter, { response: 'within' })}
      few={few}
      spark={<Spark c="shan" values={shares} />}
    >
      {t('kpi.withinNote', { within: number(within), n: number(n) })}
    </Kpi>
  );
};

const Unanswered = ({ filter, stats }: Seen) => {
  const { t } = useTranslation('stats');
  const [n, unanswered] = [sum(stats.responses, 'n'), sum(stats.responses, 'unanswered')];
  return (
    <Kpi
      title={t('unanswered')}
      value={number(unanswered)}
      unit={t('unit.cases')}
      to={casesLink(filter, { response: 'unanswered' })}
      spark={<Spark c="hai" values={stats.months.map((month) => month.unanswered)} />}
    >
      {t('kpi.unansweredNote', { n: number(n) })}
    </Kpi>
  );
};

const useAdoptionNote = ({ full, partial, none }: ConsultStats['adoption']): string => {
  const { t } = useTranslation('stats');
  const n = full + partial + none;
  const counts = { full: number(full), partial: number(partial), none: number(none), n: number(n) };
  return n < FEW ? t('kpi.adoptionFew', counts) : t('kpi.adoptionNote', { ...counts, share: percent(full, n) });
};

/** Partly adopted counts as adopted, so the card says so, and how many were adopted whole. */
const Adoption = ({ filter, stats: { adoption } }: Seen) => {
  const { t } = useTranslation('stats');
  const stated = adoption.full + adoption.partial + adoption.none;
  const adopted = adoption.full + adoption.partial;
  const few = stated < FEW;
  return (
    <Kpi
      title={t('kpi.adoption')}
      value={few && stated > 0 ? `${adopted}/${stated}` : percent(adopted, stated)}
      unit={few ? undefined : '%'}
      to={casesLink(filter, { adoption: 'adopted' })}
      few={few}
    >
      {useAdoptionNote(adoption)}
    </Kpi>
  );
};

/** The figures a director asks for first; each opens its cases. */
export const Kpis = (seen: Seen) => (
  <div className="kpis">
    <Completed {...seen} />
    <FirstResponse {...seen} />
    <Within {...seen} />
    <Unanswered {...seen} />
    <Adoption {...seen} />
  </div>
);
