import { Activity } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CenterFilter } from '../../../../contract/emergencyStats.ts';
import { number } from '../../lib/format.ts';
import { Card } from '../../ui/Card.tsx';
import { Note } from '../../ui/Note.tsx';
import { Told } from '../Figure.tsx';
import { LazyChart } from '../LazyChart.tsx';
import { MonthTable } from '../MonthTable.tsx';
import { monthName } from '../months.ts';
import { isFew } from '../referrals/seen.ts';
import { useTold } from '../referrals/told.ts';
import { listLink } from './filter.ts';
import { runOption } from './runOption.ts';
import { isWatched, judgedMedians, type Metric, timedOf } from './seen.ts';
import { middleOf, RUN, runsOf } from './signals.ts';
import { scaleOf, useMetricWords } from './words.ts';

interface Props {
  filter: CenterFilter;
  metric: Metric;
}

const Signals = ({ metric }: Pick<Props, 'metric'>) => {
  const { t } = useTranslation('stats');
  const medians = judgedMedians(metric);
  const middle = middleOf(medians);
  const known = medians.filter((median) => median !== null).length;
  const runs = middle === null ? [] : runsOf(medians, middle);
  const nameAt = (at: number) => monthName(metric.figure.months[at]!.month);
  if (known < RUN) return <p className="mute small">{t('centers.run.short')}</p>;
  if (runs.length === 0) return <p className="mute small">{t('centers.run.calm')}</p>;
  return (
    <Note c="hai" icon={Activity}>
      {runs.map(({ from, to, n, side }) => (
        <p key={from}>{t(`centers.run.${side}`, { from: nameAt(from), to: nameAt(to), n })}</p>
      ))}
    </Note>
  );
};

const useOption = ({ figure, rule }: Metric) => {
  const { t } = useTranslation('stats');
  const { span, unit, target } = useMetricWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with `t`, the numbers with the figures
  return useMemo(() => {
    const scale = scaleOf(rule);
    const middle = middleOf(judgedMedians({ figure, rule }));
    const most = rule.kind === 'interval' ? rule.target : null;
    return runOption({
      unit: unit(rule),
      spots: figure.months.map(({ month, median, p90, ...counts }) => ({
        month,
        value: median === null ? null : median / scale,
        few: isFew(timedOf(counts)),
        tip: `${monthName(month)}　n=${timedOf(counts) ?? t('few')}<br>${t('centers.metrics.median')} <b>${span(median, rule)}</b><br>P90 <b>${span(p90, rule)}</b>`,
      })),
      middle: middle === null ? null : { at: middle / scale, name: t('centers.run.middle', { span: span(middle, rule) }) },
      target: most === null ? null : { at: most / scale, name: t('centers.run.target', { target: target(rule) }) },
    });
  }, [figure, rule, t]);
};

const Numbers = ({ filter, metric: { figure, rule } }: Props) => {
  const { t } = useTranslation('stats');
  const { name, span } = useMetricWords();
  const link = (month: string) => listLink(filter, { from: month, to: month, metric: figure.code });
  return (
    <MonthTable
      rows={figure.months}
      columns={[
        { key: 'median', name: t('centers.metrics.median'), cell: ({ median }) => span(median, rule) },
        { key: 'p90', name: 'P90', cell: ({ p90 }) => span(p90, rule) },
        {
          key: 'n',
          name: t('centers.metrics.eligible'),
          cell: ({ month, eligible }) => <Told n={eligible} of={`${monthName(month)} ${name(figure.code)}`} to={link(month)} />,
        },
      ]}
    />
  );
};

/** K19: the median by month, and whether it has moved. */
export const RunCard = ({ filter, metric }: Props) => {
  const { t } = useTranslation('stats');
  const navigate = useNavigate();
  const [told, { name }] = [useTold(), useMetricWords()];
  const { figure } = metric;
  const option = useOption(metric);
  const timed = timedOf(figure);
  const title = t('centers.run.title', { name: name(figure.code) });
  const open = ({ at }: { at: number }) => {
    const { month } = figure.months[at]!;
    void navigate(listLink(filter, { from: month, to: month, metric: figure.code }));
  };
  return (
    <Card title={title} note={t('centers.run.note', { n: timed === null ? told('few') : number(timed) })}>
      <p className="mute small">{t(isWatched(metric) ? 'centers.run.legendWatched' : 'centers.run.legend')}</p>
      <LazyChart option={option} label={title} onPick={open} />
      <Signals metric={metric} />
      <Numbers filter={filter} metric={metric} />
    </Card>
  );
};
