import { CircleX } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CenterFilter } from '../../../../contract/emergencyStats.ts';
import { number } from '../../lib/format.ts';
import { language } from '../../lib/i18n.ts';
import { Card } from '../../ui/Card.tsx';
import { Note } from '../../ui/Note.tsx';
import { Told } from '../Figure.tsx';
import { LazyChart } from '../LazyChart.tsx';
import { MonthTable } from '../MonthTable.tsx';
import { monthName } from '../months.ts';
import { useTold } from '../referrals/told.ts';
import { FEW, percent } from '../words.ts';
import { listLink } from './filter.ts';
import { centreOf, type Point } from './limits.ts';
import { type Metric, pointsOfMetric, shareOf } from './seen.ts';
import { shareOption } from './shareOption.ts';
import { useMetricWords } from './words.ts';

interface Props {
  filter: CenterFilter;
  metric: Metric;
}

const STATES = ['met', 'unmet', 'missing', 'invalid'] as const;

const Breaches = ({ metric }: Pick<Props, 'metric'>) => {
  const { t } = useTranslation('stats');
  const points = pointsOfMetric(metric);
  const outside = metric.figure.months.filter((_, at) => points[at]?.breach);
  if (outside.length > 0) {
    return (
      <Note c="unmet" icon={CircleX}>
        {t('centers.share.outside', { months: listed(outside.map(({ month }) => monthName(month))) })}
      </Note>
    );
  }
  const judged = points.some((point) => point !== null && point.n >= FEW);
  return <p className="mute small">{t(judged ? 'centers.share.inside' : 'centers.share.short')}</p>;
};

const listed = (words: readonly string[]): string => new Intl.ListFormat(language()).format(words);
const whole = (share: number): string => percent(share, 1)!;
const limitsIn = ({ lower, upper }: Point): string => `${whole(lower)}–${whole(upper)}%`;

const useOption = (metric: Metric) => {
  const { t } = useTranslation('stats');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with `t`, the numbers with the figures
  return useMemo(() => {
    const { months } = metric.figure;
    const points = pointsOfMetric(metric);
    const centre = centreOf(months.map(shareOf));
    const tip = (month: string, point: Point | null | undefined): string => {
      if (!point) return `${monthName(month)}<br>–`;
      const share = point.n < FEW ? '' : ` <b>${whole(point.share)}%</b>`;
      return `${monthName(month)}　${point.met}/${point.n}${share}<br>${t('centers.share.limits')} ${limitsIn(point)}`;
    };
    return shareOption({
      months: months.map(({ month }) => month),
      points,
      centre: centre === null ? null : { at: centre, name: t('centers.share.centre', { share: whole(centre) }) },
      upper: t('centers.share.upper'),
      lower: t('centers.share.lower'),
      tips: months.map(({ month }, at) => tip(month, points[at])),
    });
  }, [metric.figure, metric.rule, t]);
};

const Numbers = ({ filter, metric }: Props) => {
  const { t } = useTranslation('stats');
  const { name } = useMetricWords();
  const { months, code } = metric.figure;
  const points = pointsOfMetric(metric);
  return (
    <MonthTable
      rows={months.map((month, at) => ({ ...month, point: points[at] ?? null }))}
      columns={[
        {
          key: 'share',
          name: t('centers.metrics.share'),
          cell: ({ point }) => (point && point.n >= FEW ? `${point.breach ? '✕ ' : ''}${whole(point.share)}%` : '–'),
        },
        { key: 'limits', name: t('centers.share.limits'), cell: ({ point }) => (point ? limitsIn(point) : '–') },
        ...STATES.map((state) => ({
          key: state,
          name: t(`centers.metrics.${state}`),
          cell: (row: (typeof months)[number]) => (
            <Told
              n={row[state]}
              of={`${monthName(row.month)} ${name(code)} ${t(`centers.metrics.${state}`)}`}
              to={listLink(filter, { from: row.month, to: row.month, metric: code, state })}
            />
          ),
        })),
      ]}
    />
  );
};

/** K17 by month as a P-chart: what lies outside the limits is more than chance. */
export const ShareCard = ({ filter, metric }: Props) => {
  const { t } = useTranslation('stats');
  const navigate = useNavigate();
  const [told, { name }] = [useTold(), useMetricWords()];
  const { figure } = metric;
  const option = useOption(metric);
  const share = shareOf(figure);
  const title = t('centers.share.title', { name: name(figure.code) });
  const open = ({ at }: { at: number }) => {
    const { month } = figure.months[at]!;
    void navigate(listLink(filter, { from: month, to: month, metric: figure.code }));
  };
  return (
    <Card title={title} note={t('centers.share.note', { n: share ? number(share.n) : told('few') })}>
      <p className="mute small">{t('centers.share.legend')}</p>
      <LazyChart option={option} label={title} onPick={open} />
      <Breaches metric={metric} />
      <Numbers filter={filter} metric={metric} />
    </Card>
  );
};
