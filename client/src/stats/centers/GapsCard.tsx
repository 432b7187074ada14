import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card.tsx';
import { Told } from '../Figure.tsx';
import { isNumber } from '../referrals/seen.ts';
import { useTold } from '../referrals/told.ts';
import { listLink } from './filter.ts';
import type { Seen } from './seen.ts';
import { useMetricWords } from './words.ts';
import '../referrals/MixCard.css';

/** Which nodes lack where they are required, the most often lacking first. */
export const GapsCard = ({ filter, stats: { gaps, cases } }: Seen) => {
  const { t } = useTranslation('stats');
  const [told, { node }] = [useTold(), useMetricWords()];
  const most = Math.max(1, ...gaps.map(({ n }) => (isNumber(n) ? n : 0)));
  return (
    <Card title={t('centers.gaps.title')} note={t('centers.gaps.note', { n: told(cases) })} flush>
      {gaps.length === 0 ? (
        <p className="mute centers-pad">{t('centers.gaps.none')}</p>
      ) : (
        <table className="stats-table resp mix">
          <thead>
            <tr>
              <th scope="col">{t('centers.gaps.node')}</th>
              <th scope="col">{t('centers.gaps.n')}</th>
            </tr>
          </thead>
          <tbody>
            {gaps.map(({ node: code, n }) => (
              <tr key={code} className="resp-low">
                <th scope="row">{node(code)}</th>
                <td className="mix-cell gap-cell" data-c="missing">
                  {isNumber(n) && <span className="mix-bar" style={{ '--share': n / most } as CSSProperties} aria-hidden />}
                  <span className="mix-n">
                    <Told n={n} of={t('centers.gaps.lacks', { node: node(code) })} to={listLink(filter, { gap: code })} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
};
