import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CenterFilter } from '../../../../contract/emergencyStats.ts';
import { Card } from '../../ui/Card.tsx';
import { Told } from '../Figure.tsx';
import { searchOf } from '../filter.ts';
import { isFew } from '../referrals/seen.ts';
import { useTold } from '../referrals/told.ts';
import { FEW, percent } from '../words.ts';
import { listLink } from './filter.ts';
import { JudgedBar } from './JudgedBar.tsx';
import type { Share } from './limits.ts';
import { isWatched, type Metric, metricsOf, type Seen, shareOf, timedOf, wholeOf } from './seen.ts';
import { useMetricWords } from './words.ts';
import '../ResponseTable.css';

const STATES = ['met', 'unmet', 'missing', 'invalid'] as const;

/** A rate with its parts; of too few only the parts. */
const Rate = ({ of }: { of: Share | null }) => {
  if (!of || of.n === 0) return <td className="mute">–</td>;
  const counts = `${of.met}/${of.n}`;
  if (of.n < FEW) return <td className="resp-few">{counts}</td>;
  return (
    <td>
      <b>{percent(of.met, of.n)}%</b> <span className="mute">{counts}</span>
    </td>
  );
};

const Judged = ({ filter, metric: { figure } }: { filter: CenterFilter; metric: Metric }) => {
  const { t } = useTranslation(['stats', 'emergency']);
  const { name } = useMetricWords();
  const of = (word: string) => `${name(figure.code)} ${word}`;
  return (
    <>
      <Rate of={shareOf(figure)} />
      <Rate of={wholeOf(figure)} />
      <td className="judged-cell">
        <JudgedBar figure={figure} />
      </td>
      {STATES.map((state) => (
        <td key={state}>
          <Told n={figure[state]} of={of(t(`emergency:state.${state}`))} to={listLink(filter, { metric: figure.code, state })} />
        </td>
      ))}
      <td>
        <Told n={figure.eligible} of={of(t('centers.metrics.eligible'))} to={listLink(filter, { metric: figure.code })} />
      </td>
    </>
  );
};

interface RowProps {
  filter: CenterFilter;
  metric: Metric;
  picked: boolean;
}

const Row = ({ filter, metric, picked }: RowProps) => {
  const { t } = useTranslation('stats');
  const { name, target, span } = useMetricWords();
  const { figure, rule } = metric;
  const watched = isWatched(metric);
  const few = isFew(watched ? timedOf(figure) : figure.eligible);
  return (
    <tr className={['resp-low', few && 'resp-few', picked && 'metric-picked'].filter(Boolean).join(' ')}>
      <th scope="row">
        <Link to={{ search: searchOf({ ...filter, metric: figure.code }) }} replace aria-current={picked || undefined}>
          {name(figure.code)}
        </Link>
        <small className="mute">{figure.code}</small>
      </th>
      <td className="num">{target(rule) ?? '–'}</td>
      {watched ? (
        <td colSpan={8} className="metric-watched">
          {t('centers.metrics.watched')}
        </td>
      ) : (
        <Judged filter={filter} metric={metric} />
      )}
      <td>{span(figure.median, rule)}</td>
      <td>{span(figure.p90, rule)}</td>
    </tr>
  );
};

const HEADS = ['target', 'share', 'whole', 'bar', ...STATES, 'eligible', 'median', 'p90'] as const;

/** K17 and K19 of every metric of the center; the picked one is drawn below. */
export const MetricTable = ({ filter, stats, picked }: Seen & { picked: Metric }) => {
  const { t } = useTranslation('stats');
  const told = useTold();
  return (
    <Card
      title={t('centers.metrics.title')}
      note={t('centers.metrics.note', { n: told(stats.cases) })}
      className="metrics-card"
      flush
    >
      <div className="stats-scroll">
        <table className="stats-table resp metrics">
          <thead>
            <tr>
              <th scope="col">{t('centers.metrics.name')}</th>
              {HEADS.map((head) => (
                <th key={head} scope="col" className={head === 'bar' ? 'judged-cell' : undefined}>
                  {t(`centers.metrics.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metricsOf(stats).map((metric) => (
              <Row key={metric.figure.code} filter={filter} metric={metric} picked={metric.figure.code === picked.figure.code} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="mute small resp-foot">{t('centers.metrics.foot')}</p>
    </Card>
  );
};
