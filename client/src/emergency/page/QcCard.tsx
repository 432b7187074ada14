import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { Rescue } from './rescue.ts';
import { VerdictTag } from './VerdictTag.tsx';
import { judges, type Verdict, verdictsOf } from './verdicts.ts';
import { useMetricWords, useNodeWord } from './words.ts';

const Line = ({ verdict: { rule, value } }: { verdict: Verdict }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const { actual, limit } = useMetricWords();
  return (
    <li>
      <span>
        <b>{t(`emergency:metric.${rule.code}`)}</b>
        <small className="mute num">
          {[actual(value), limit(rule), value.long && t('metric.long')].filter(Boolean).join(t('dot'))}
        </small>
      </span>
      <VerdictTag state={value.state} />
    </li>
  );
};

/** After the rescue: what was reached, what was not, and what nobody wrote down. */
export const QcCard = ({ rescue }: { rescue: Rescue }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const word = useNodeWord();
  if (!judges(rescue)) return null;
  const verdicts = verdictsOf(rescue);
  const { recorded, required } = rescue.completeness;
  const review = rescue.emergency?.review;
  return (
    <Card title={t('qc.title')} note={<span className="num">{t('qc.complete', { recorded, required })}</span>}>
      <div className="stack ec-form">
        {rescue.gaps.length > 0 && (
          <p className="row">
            {rescue.gaps.map((node) => (
              <Tag key={node} c="missing" look="dash">
                {t('qc.gap', { node: word(node) })}
              </Tag>
            ))}
          </p>
        )}
        <ul className="ec-verdicts">
          {verdicts.map((verdict) => (
            <Line key={verdict.rule.code} verdict={verdict} />
          ))}
        </ul>
        {review && <p>{t('qc.review', { name: review.by.name, note: review.note })}</p>}
        <p className="mute small">{t('emergency:qc')}</p>
      </div>
    </Card>
  );
};
