import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { duration } from '../../lib/format.ts';
import { Card } from '../../ui/Card.tsx';

/** 用时: how long it stood in each state; the parts add up to the whole. */
export const Times = ({ referral: { times } }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const spent = (seconds: number) =>
    seconds < 60 ? t('page.timesSeconds', { n: Math.round(seconds) }) : duration(seconds * 1000);
  const whole = times.reduce((sum, { seconds }) => sum + seconds, 0);
  if (whole <= 0) return null;
  return (
    <Card title={t('page.times')} note={t('page.timesWhole', { time: spent(whole) })}>
      <dl className="times">
        {times
          .filter(({ seconds }) => seconds > 0)
          .map(({ status, seconds }) => (
            <div key={status}>
              <dt>{t(`status.${status}`)}</dt>
              <dd>
                <i aria-hidden style={{ inlineSize: `${Math.max(1, (seconds / whole) * 100)}%` }} />
                <span className="num">{spent(seconds)}</span>
              </dd>
            </div>
          ))}
      </dl>
    </Card>
  );
};
