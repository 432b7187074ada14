import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CaseFilter, ConsultStats, ResponseFigure } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';
import { Card } from '../ui/Card.tsx';
import { UrgencyTag } from '../ui/Tag.tsx';
import { Figure } from './Figure.tsx';
import { casesLink } from './filter.ts';
import { FEW, keepsLimit, percent, urgenciesIn, useQuantile, useSpan } from './words.ts';
import './ResponseTable.css';

interface Props {
  filter: CaseFilter;
  stats: ConsultStats;
}

const P90 = ({ figure }: { figure: ResponseFigure }) => {
  const { t } = useTranslation('stats');
  const quantile = useQuantile();
  const keeps = keepsLimit(figure);
  const Icon = keeps ? CircleCheck : CircleX;
  return (
    <span data-c={keeps === null ? undefined : keeps ? 'met' : 'unmet'} className="resp-verdict">
      {keeps !== null && <Icon size={15} role="img" aria-label={t(keeps ? 'met' : 'unmet')} />} {quantile(figure.p90) ?? '–'}
    </span>
  );
};

const Row = ({ filter, figure }: { filter: CaseFilter; figure: ResponseFigure }) => {
  const { t } = useTranslation(['stats', 'common']);
  const quantile = useQuantile();
  const { span } = useSpan();
  const { urgency, n, within, late, unanswered, p50, limitSeconds } = figure;
  const of = (key: string) => `${t(`common:urgency.${urgency}`)} ${t(key)}`;
  const to = (response: NonNullable<CaseFilter['response']>) => casesLink(filter, { urgency, response });
  const limit = span(limitSeconds);
  return (
    <tr className={n < FEW ? 'resp-few' : undefined}>
      <th scope="row">
        <UrgencyTag urgency={urgency} />
        <small className="mute">
          {urgency === 'routine' ? t('responses.workingLimit', { limit }) : t('responses.limit', { limit })}
        </small>
      </th>
      <td>{quantile(p50) ?? '–'}</td>
      <td>
        <P90 figure={figure} />
      </td>
      <td>
        {n >= FEW && <b>{percent(within, n)}%</b>} <Figure n={within} of={of('responses.within')} to={to('within')} />
        <span className="mute">
          {' / '}
          <Figure n={n} of={of('responses.n')} to={to('due')} />
        </span>
      </td>
      <td>
        <Figure n={late} of={of('responses.late')} to={to('late')} />
      </td>
      <td>
        <Figure n={unanswered} of={of('unanswered')} to={to('unanswered')} />
      </td>
    </tr>
  );
};

/** First response per urgency: half, nine in ten, and how many of those due kept the limit. */
export const ResponseTable = ({ filter, stats }: Props) => {
  const { t } = useTranslation('stats');
  const shown = stats.responses.filter(({ urgency }) => urgenciesIn(filter).includes(urgency));
  const n = shown.reduce((sum, figure) => sum + figure.n, 0);
  return (
    <Card title={t('responses.title')} note={t('responses.note', { n: number(n) })} flush>
      <div className="stats-scroll">
        <table className="stats-table resp">
          <thead>
            <tr>
              <th scope="col">{t('responses.urgency')}</th>
              <th scope="col">P50</th>
              <th scope="col">P90</th>
              <th scope="col">{t('responses.share')}</th>
              <th scope="col">{t('responses.late')}</th>
              <th scope="col">{t('unanswered')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((figure) => (
              <Row key={figure.urgency} filter={filter} figure={figure} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="mute small resp-foot">{t('responses.foot')}</p>
    </Card>
  );
};
