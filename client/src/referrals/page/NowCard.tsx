import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ENDED } from '../../../../contract/referralSteps.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { PhoneLink } from '../../consults/Phones.tsx';
import { dateTime } from '../../lib/format.ts';
import { useLink } from '../../lib/link.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Note } from '../../ui/Note.tsx';
import { AssignSheet } from '../verbs/AssignSheet.tsx';
import { mayOf, useSides } from './side.ts';
import { VerbButtons } from './VerbButtons.tsx';
import { endName, useWho } from './words.ts';

/** The numbers that always work: theirs for each side, and the telephone in the car. */
const Numbers = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const { sender } = useSides(referral);
  const { from, to, sheet, transport } = referral;
  const far = sender ? to : from;
  const at = { who: endName(far) ?? '' };
  const numbers = [
    [t('page.call.back', { name: referral.referrer.name }), sender ? undefined : sheet.callbackPhone],
    [t('page.call.duty', at), far.dutyPhone || far.outside?.phone],
    [t('page.call.center', at), far.centerPhone],
    [t('page.call.car'), transport.status === 'onRoad' ? sheet.transport?.carPhone : undefined],
  ] as const;
  return (
    <div className="ref-phones">
      {numbers.map(([label, number]) => number && <PhoneLink key={label} number={number} label={label} />)}
    </div>
  );
};

/** What follows the state without being a verb of it: the way home, or a second attempt. */
const Onward = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const { sender, receiver, clinician } = useSides(referral);
  const { id, status, direction, homeId } = referral;
  const home = clinician && receiver && status === 'summaryReturned' && direction !== 'down' && !homeId;
  const again = clinician && sender && ENDED.includes(status) && status !== 'closed';
  return (
    <>
      {home && (
        <ButtonLink look="primary" size="large" block to={`/referrals/new?origin=${id}`}>
          {t('page.offerDown')}
        </ButtonLink>
      )}
      {again && <ButtonLink to={`/referrals/new?refile=${id}`}>{t('page.refile')}</ButtonLink>}
    </>
  );
};

const Notices = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const { online } = useLink();
  const { note, closesAt, can } = referral;
  return (
    <>
      {note && <Note c="unmet">{t('page.note', { note })}</Note>}
      {closesAt && <Note c="urgent">{t('page.closes', { at: dateTime(closesAt) })}</Note>}
      {!online && can.length > 0 && <Note c="urgent">{t('page.offline.verbs')}</Note>}
    </>
  );
};

/** What the reader may do now, what stands in the way, and whom to telephone. */
export const NowCard = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const who = useWho(referral);
  const [assigning, setAssigning] = useState(false);
  const may = mayOf(referral, useSides(referral));
  const assign = may.assign && (
    <Button size="small" look="text" icon={UserPlus} onClick={() => setAssigning(true)}>
      {t('verb.assign')}
    </Button>
  );
  return (
    <Card title={t('page.now')} note={who.short} aside={assign} className="ref-now">
      <div className="stack now">
        <Notices referral={referral} />
        <VerbButtons referral={referral} />
        <Onward referral={referral} />
        {referral.can.length === 0 && (
          <p className="mute">{t(ENDED.includes(referral.status) ? 'page.over' : 'page.theirTurn')}</p>
        )}
        <Numbers referral={referral} />
      </div>
      {assigning && <AssignSheet referral={referral} onClose={() => setAssigning(false)} />}
    </Card>
  );
};
