import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralCaseFilter, ReferralStats } from '../../../../contract/referralStats.ts';
import { number } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Told } from '../Figure.tsx';
import { percent, useQuantile } from '../words.ts';
import { listLink } from './filter.ts';
import { isFew, isNumber, type Seen } from './seen.ts';
import { useTold } from './told.ts';
import { useEndName } from './words.ts';
import '../../ui/More.css';
import '../ResponseTable.css';

type Answers = ReferralStats['answers'];

interface RowProps {
  filter: Seen['filter'];
  name: string;
  answers: Answers;
  /** The pair, or nothing for all of them. */
  narrower: Partial<ReferralCaseFilter>;
}

const Row = ({ filter, name, answers, narrower }: RowProps) => {
  const { t } = useTranslation('stats');
  const quantile = useQuantile();
  const { n, accepted, rejected, expired, meanSeconds, p90Seconds } = answers;
  const few = isFew(n);
  const cell = (what: string, count: Answers['n'], more: Partial<ReferralCaseFilter>) => (
    <td>
      <Told n={count} of={`${name} ${what}`} to={listLink(filter, { ...narrower, metric: 'K09', ...more })} />
    </td>
  );
  return (
    <tr className={few ? 'resp-low resp-few' : 'resp-low'}>
      <th scope="row">{name}</th>
      {cell(t('referral.pairs.n'), n, { part: 'denominator' })}
      {cell(t('referral.pairs.accepted'), accepted, { part: 'numerator' })}
      {cell(t('referral.pairs.rejected'), rejected, { answer: 'rejected' })}
      {cell(t('referral.pairs.expired'), expired, { answer: 'expired' })}
      <td>{few || !isNumber(accepted) ? '–' : `${percent(accepted, n as number)}%`}</td>
      <td>{quantile(meanSeconds) ?? '–'}</td>
      <td>{quantile(p90Seconds) ?? '–'}</td>
    </tr>
  );
};

const HEADS = ['n', 'accepted', 'rejected', 'expired', 'share', 'mean', 'p90'] as const;

/** More than these are shown when they are asked for. */
const FIRST = 12;

/** How each asked hospital answered each that asked it (K09, K10). */
export const PairsCard = ({ filter, stats }: Seen) => {
  const { t } = useTranslation('stats');
  const [told, nameOf] = [useTold(), useEndName(stats.hospitals)];
  const [all, showAll] = useState(false);
  const shown = all ? stats.pairs : stats.pairs.slice(0, FIRST);
  return (
    <Card title={t('referral.pairs.title')} note={t('referral.pairs.note', { n: told(stats.answers.n) })} flush>
      <div className="stats-scroll">
        <table className="stats-table resp">
          <thead>
            <tr>
              <th scope="col">{t('referral.pairs.way')}</th>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {t(`referral.pairs.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row filter={filter} name={t('referral.pairs.all')} answers={stats.answers} narrower={{}} />
            {shown.map(({ from, to, ...answers }) => (
              <Row
                key={`${from} ${to}`}
                filter={filter}
                name={`${nameOf(from)} → ${nameOf(to)}`}
                answers={answers}
                narrower={{ fromHospitalId: from, toEnd: to }}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < stats.pairs.length && (
        <p className="more">
          <Button size="small" onClick={() => showAll(true)}>
            {t('referral.pairs.more', { n: number(stats.pairs.length) })}
          </Button>
        </p>
      )}
      <p className="mute small resp-foot">{t('referral.pairs.foot')}</p>
    </Card>
  );
};
