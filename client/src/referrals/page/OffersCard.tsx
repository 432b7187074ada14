import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { dateTime } from '../../lib/format.ts';
import { Card } from '../../ui/Card.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { endName } from './words.ts';

type Offer = Referral['offers'][number];
const colours: Record<Offer['status'], Meaning> = {
  offered: 'urgent',
  accepted: 'met',
  rejected: 'unmet',
  withdrawn: 'missing',
  expired: 'missing',
};

const Line = ({ offer }: { offer: Offer }) => {
  const { t } = useTranslation('referrals');
  const { status, reason, note, decidedAt, decidedBy, offeredAt, dueAt } = offer;
  const why = [reason && `${reason} ${t(`rejectReason.${reason}`)}`, note].filter(Boolean).join(t('page.colon'));
  return (
    <li className="offer">
      <span>
        <b>{endName(offer)}</b> <span className="soft">{offer.department ?? offer.outside?.department}</span>
        {why && <p>{why}</p>}
        <small className="mute num">
          {t('page.offer.asked', { at: dateTime(offeredAt) })}
          {decidedAt && ` · ${[dateTime(decidedAt), decidedBy?.name].filter(Boolean).join(' ')}`}
        </small>
      </span>
      {status === 'offered' ? (
        <Clock startedAt={offeredAt} dueAt={dueAt} c="urgent" />
      ) : (
        <Tag c={colours[status]}>{t(`page.offer.${status}`)}</Tag>
      )}
    </li>
  );
};

/** 问过的医院: every hospital that was asked, and what it said. */
export const OffersCard = ({ referral: { offers } }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  if (offers.length === 0) return null;
  return (
    <Card title={t('page.offer.title')} note={t('page.offer.n', { count: offers.length, n: offers.length })}>
      <ol className="offers">
        {offers.map((offer) => (
          <Line key={offer.id} offer={offer} />
        ))}
      </ol>
    </Card>
  );
};
