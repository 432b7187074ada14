import { useTranslation } from 'react-i18next';
import type { Urgency } from '../../../contract/consults.ts';
import type { ConsultStats } from '../../../contract/stats.ts';
import { date } from '../lib/format.ts';
import { useSpan } from './words.ts';

type Seen = Pick<ConsultStats, 'rules' | 'responses'>;

const useLimits = ({ responses }: Seen): string => {
  const { t } = useTranslation(['stats', 'common']);
  const { span } = useSpan();
  const said = (which: Urgency): string => {
    const limit = span(responses.find(({ urgency }) => urgency === which)!.limitSeconds);
    const urgency = t(`common:urgency.${which}`);
    return which === 'routine' ? t('rules.workingLimit', { urgency, limit }) : t('rules.limit', { urgency, limit });
  };
  return t('rules.limits', { stat: said('stat'), urgent: said('urgent'), routine: said('routine') });
};

/** Which rules judged the figures, and how everything is counted, for somebody who is asked about a figure. */
export const Rules = (seen: Seen) => {
  const { t } = useTranslation('stats');
  const { version, effectiveFrom, approver } = seen.rules;
  const from = date(effectiveFrom);
  return (
    <footer className="mute small stats-rules">
      <p>{t('rules.line', { version })}</p>
      <details>
        <summary>{t('rules.how')}</summary>
        <p>{useLimits(seen)}</p>
        <p>{t(`rules.sources.${version}`, { defaultValue: t('rules.sourceElsewhere') })}</p>
        <p>{approver ? t('rules.approved', { version, from, approver }) : t('rules.notApproved', { version, from })}</p>
        <p>{t('rules.response')}</p>
        <p>{t('rules.denominator')}</p>
        <p>{t('rules.adoption')}</p>
        <p>{t('rules.month')}</p>
      </details>
    </footer>
  );
};
