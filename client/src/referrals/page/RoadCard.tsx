import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { useNow } from '../../lib/clock.ts';
import { dateTime, duration } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Note } from '../../ui/Note.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ExpectSheet } from '../verbs/ExpectSheet.tsx';
import { ReadySheet } from '../verbs/ReadySheet.tsx';
import { Position } from './Position.tsx';
import { mayOf, useSides } from './side.ts';

/** ETA as an estimate while it lies ahead; past it, how late, and what both sides do. */
const Eta = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const now = useNow();
  const { expectedAt, timeline, createdAt } = referral;
  if (!expectedAt) return <p className="mute">{t('page.eta.none')}</p>;
  const late = now - Date.parse(expectedAt);
  const left = timeline.findLast(({ verb }) => verb === 'depart')?.at ?? createdAt;
  return (
    <>
      <Clock startedAt={left} dueAt={expectedAt} estimate large />
      {late > 60_000 && <Note c="stat">{t('page.eta.overdue', { time: duration(late) })}</Note>}
    </>
  );
};

/** 在途: before the car leaves whether it is ready, then where it is and when it should be there. */
export const RoadCard = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const [open, setOpen] = useState<'ready' | 'expect' | null>(null);
  const may = mayOf(referral, useSides(referral));
  const { status, readyAt } = referral.transport;
  const away = referral.status === 'departed';
  if (!away && !may.ready && status !== 'ready') return null;
  return (
    <Card title={t('page.road.card')} aside={<Tag c={away ? 'hai' : 'routine'}>{t(`page.transport.${status}`)}</Tag>}>
      <div className="stack now">
        {away && <Eta referral={referral} />}
        {!away && readyAt && <p>{t('page.road.readyAt', { at: dateTime(readyAt) })}</p>}
        {away && <Position referral={referral} share={may.road} />}
        <div className="row verbs">
          {may.ready && <Button onClick={() => setOpen('ready')}>{t('verb.ready')}</Button>}
          {may.road && <Button onClick={() => setOpen('expect')}>{t('verb.expect')}</Button>}
        </div>
      </div>
      {open === 'ready' && <ReadySheet referral={referral} onClose={() => setOpen(null)} />}
      {open === 'expect' && <ExpectSheet referral={referral} onClose={() => setOpen(null)} />}
    </Card>
  );
};
