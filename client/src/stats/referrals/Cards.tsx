import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Direction } from '../../../../contract/referralSheet.ts';
import type { Veiled } from '../../../../contract/referralStats.ts';
import { ReferralStatus } from '../../../../contract/referralSteps.ts';
import { Card } from '../../ui/Card.tsx';
import { Told } from '../Figure.tsx';
import { Matrix } from '../Matrix.tsx';
import { type Counted, StackCard } from '../StackCard.tsx';
import { percent } from '../words.ts';
import { listLink, partLink } from './filter.ts';
import { isFew, isNumber, type Seen, totalOf } from './seen.ts';
import { useTold } from './told.ts';
import { useEndName } from './words.ts';

const SERIES = { up: 'shan', down: 'hai', lateral: 'routine' } as const;

const sumOf = (values: readonly Veiled[]): Veiled =>
  values.every(isNumber) ? values.reduce<number>((sum, n) => sum + (n as number), 0) : 'hidden';

/** Referrals by month, stacked by direction. */
export const MonthsCard = ({ filter, stats }: Seen) => {
  const { t } = useTranslation(['stats', 'referrals']);
  const told = useTold();
  const names = useMemo(() => stats.months.map(({ month }) => month), [stats.months]);
  const counted = useMemo(
    () =>
      Direction.options
        .filter((direction) => !filter.direction || filter.direction === direction)
        .map((direction): Counted => {
          const values = stats.months.map((month) => month[direction]);
          return {
            key: direction,
            name: t(`referrals:direction.${direction}`),
            drawn: { colour: SERIES[direction], sum: sumOf(values), link: listLink(filter, { direction }) },
            values,
            linkOf: (month) => listLink(filter, { from: month, to: month, direction }),
          };
        }),
    [filter, stats.months, t],
  );
  const n = told(totalOf({ stats }));
  return (
    <StackCard
      title={t('referral.months.title')}
      note={t('referral.months.note', { n })}
      label={t('referral.months.label', { n })}
      months={names}
      counted={counted}
    />
  );
};

/** N[from][to], with hospitals off the platform and unknown destinations as columns of their own. */
export const FlowCard = ({ filter, stats }: Seen) => {
  const { t } = useTranslation('stats');
  const told = useTold();
  const nameOf = useEndName(stats.hospitals);
  const { cells, froms, tos } = stats.flows;
  const total = totalOf({ stats });
  return (
    <Matrix
      title={t('referral.flows.title')}
      note={t('referral.flows.note', { n: told(total) })}
      label={t('referral.flows.label')}
      way={t('referral.flows.way')}
      froms={froms.map(({ from, n }) => ({ key: from, name: nameOf(from), n, to: listLink(filter, { fromHospitalId: from }) }))}
      tos={tos.map(({ to, n }) => ({ key: to, name: nameOf(to), n, to: listLink(filter, { toEnd: to }) }))}
      cells={cells.map(({ from, to, n }) => ({ from, to, n, link: listLink(filter, { fromHospitalId: from, toEnd: to }) }))}
      total={total}
      totalLink={partLink(filter, 'K15', 'denominator')}
    />
  );
};

const share = (n: Veiled, total: Veiled): string =>
  isNumber(n) && isNumber(total) && !isFew(total) ? `${percent(n, total)}%` : '–';

interface Line {
  key: string;
  name: string;
  n: Veiled;
  link: string;
}

const Lines = ({
  title,
  note,
  head,
  lines,
  total,
}: {
  title: string;
  note: string;
  head: string;
  lines: Line[];
  total: Veiled;
}) => {
  const { t } = useTranslation('stats');
  return (
    <Card title={title} note={note} flush>
      <table className="stats-table resp">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('referral.chapters.n')}</th>
            <th scope="col">{t('referral.chapters.share')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, n, link }) => (
            <tr key={key} className="resp-low">
              <th scope="row">{name}</th>
              <td>
                <Told n={n} of={name} to={link} />
              </td>
              <td>{share(n, total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
};

/** Where the referrals sent in this time stand now, in the order of their course. */
export const StatusCard = ({ filter, stats }: Seen) => {
  const { t } = useTranslation(['stats', 'referrals']);
  const told = useTold();
  const total = totalOf({ stats });
  const lines = ReferralStatus.options.flatMap((status) => {
    const found = stats.statuses.find((each) => each.status === status);
    return found ? [{ key: status, name: t(`referrals:status.${status}`), n: found.n, link: listLink(filter, { status }) }] : [];
  });
  return (
    <Lines
      title={t('referral.statuses.title')}
      note={t('referral.statuses.note', { n: told(total) })}
      head={t('list.status')}
      lines={lines}
      total={total}
    />
  );
};

/** By chapter of the diagnosis; what has no code is a bucket of its own. */
export const ChapterCard = ({ filter, stats }: Seen) => {
  const { t } = useTranslation('stats');
  const told = useTold();
  const total = totalOf({ stats });
  return (
    <Lines
      title={t('referral.chapters.title')}
      note={t('referral.chapters.note', { n: told(total) })}
      head={t('referral.filter.chapter')}
      lines={stats.chapters.map(({ chapter, n }) => ({
        key: chapter,
        name: t(`referral.chapter.${chapter}`),
        n,
        link: listLink(filter, { chapter }),
      }))}
      total={total}
    />
  );
};
