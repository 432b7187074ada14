import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { SignatureLine } from '../../consults/SignatureLine.tsx';
import { dateTime } from '../../lib/format.ts';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';

const LINES = ['diagnosis', 'course', 'procedures', 'medication', 'advice'] as const;

/** 出院小结 as it was signed. */
export const SummaryCard = ({ referral: { summary, dischargedAt } }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  if (!summary) return null;
  const facts = [
    [t('page.at.discharge'), dischargedAt && dateTime(dischargedAt)],
    [t('page.summary.condition'), t(`page.summary.conditions.${summary.condition}`)],
    ...LINES.map((key) => [t(`page.summary.${key}`), summary[key]] as const),
  ] as const;
  return (
    <Card title={t('page.summary.title')}>
      <div className="stack">
        <Facts items={facts.filter(([, value]) => value)} />
        <SignatureLine signature={summary.signature} />
      </div>
    </Card>
  );
};
