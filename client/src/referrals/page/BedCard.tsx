import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { dateTime } from '../../lib/format.ts';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Note } from '../../ui/Note.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Code } from './Code.tsx';
import { endName } from './words.ts';

const Hold = ({ hold }: { hold: NonNullable<Referral['hold']> }) => {
  const { t } = useTranslation('referrals');
  return (
    <p className="hold">
      <b>{hold.bed}</b> <span className="soft">{hold.department}</span>{' '}
      <Tag c={hold.status === 'held' ? 'hai' : 'routine'}>{t(`page.bed.hold.${hold.status}`, { at: dateTime(hold.until) })}</Tag>
    </p>
  );
};

/** What the other side has made ready: bed, doctor, place, a word, and the code for its desk. */
export const BedCard = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const { hold, arrangement, expectedAt, arrival, admission } = referral;
  if (!arrangement && !hold) return null;
  const facts = [
    [t('page.arrange.attending'), arrangement?.attending],
    [t('page.arrange.place'), arrangement?.place],
    [t('page.eta.label'), expectedAt && !arrival && dateTime(expectedAt)],
    [
      t('page.admit.way'),
      admission && [admission.way && t(`page.admit.${admission.way}`), admission.department].filter(Boolean).join(' '),
    ],
  ] as const;
  return (
    <Card title={t('page.bed.title')} note={endName(referral.to)}>
      <div className="stack">
        {hold ? <Hold hold={hold} /> : <p className="mute">{t('page.bed.noHold')}</p>}
        <Facts items={facts.filter(([, value]) => value)} />
        {arrangement?.message && <Note c="hai">{arrangement.message}</Note>}
        {arrangement && !arrival && <Code code={arrangement.code} />}
      </div>
    </Card>
  );
};
