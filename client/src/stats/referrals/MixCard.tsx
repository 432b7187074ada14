import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Veiled } from '../../../../contract/referralStats.ts';
import { Card } from '../../ui/Card.tsx';
import { Told } from '../Figure.tsx';
import { percent } from '../words.ts';
import { listLink } from './filter.ts';
import { isFew, isNumber, type Seen, totalOf } from './seen.ts';
import { useTold } from './told.ts';
import './MixCard.css';

interface BarProps {
  n: Veiled;
  total: Veiled;
  /** The longest share, which fills the bar. */
  most: number;
  c: 'shan' | 'hai';
  of: string;
  to: string;
}

/** Of too few there are no shares. */
const shareOf = (n: Veiled, total: Veiled): number => (isNumber(n) && isNumber(total) && !isFew(total) ? n / total : 0);

const Bar = ({ n, total, most, c, of, to }: BarProps) => {
  const share = shareOf(n, total);
  const few = isFew(total);
  return (
    <td className="mix-cell" data-c={few ? 'missing' : c}>
      {!few && <span className="mix-bar" style={{ '--share': share / most } as CSSProperties} aria-hidden />}
      <span className="mix-n">
        <Told n={n} of={of} to={to} />
        {!few && isNumber(n) && isNumber(total) && <span className="mute">{percent(n, total)}%</span>}
      </span>
    </td>
  );
};

/** The commonest diagnoses of what was sent up, beside what went on locally, each as a share of its own (K16). */
export const MixCard = (seen: Seen) => {
  const { t } = useTranslation('stats');
  const told = useTold();
  const { filter, stats } = seen;
  const [up, local] = [totalOf(seen, 'K16'), totalOf(seen, 'K16L')];
  const most = Math.max(0.01, ...stats.mix.flatMap((line) => [shareOf(line.up, up), shareOf(line.local, local)]));
  if (stats.mix.length === 0) return null;
  return (
    <Card title={t('referral.mix.title')} note={t('referral.mix.note', { up: told(up), local: told(local) })} flush>
      <div className="stats-scroll">
        <table className="stats-table resp mix">
          <thead>
            <tr>
              <th scope="col">{t('referral.mix.category')}</th>
              <th scope="col">{t('referral.mix.up')}</th>
              <th scope="col">{t('referral.mix.local')}</th>
            </tr>
          </thead>
          <tbody>
            {stats.mix.map((line) => {
              const name = line.category ?? t('referral.mix.unknown');
              const narrower = line.category ? { category: line.category } : { chapter: 'unknown' as const };
              const link = (metric: 'K16' | 'K16L') => listLink(filter, { metric, ...narrower });
              return (
                <tr key={name} className="resp-low">
                  <th scope="row" className="num">
                    {name}
                  </th>
                  <Bar n={line.up} total={up} most={most} c="shan" of={`${name} ${t('referral.mix.up')}`} to={link('K16')} />
                  <Bar
                    n={line.local}
                    total={local}
                    most={most}
                    c="hai"
                    of={`${name} ${t('referral.mix.local')}`}
                    to={link('K16L')}
                  />
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
};
