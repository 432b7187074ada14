import type { Me } from '../../../../contract/auth.ts';
import { ENDED, LIVE_OFFER, type ReferralStatus } from '../../../../contract/referralSteps.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { useMe } from '../../lib/session.ts';

interface Sides {
  sender: boolean;
  receiver: boolean;
  /** Doctor of one of the two sides: only they begin another referral. */
  clinician: boolean;
  /** Of the department or desk whose turn it is. */
  owner: boolean;
}

type Membership = Me['memberships'][number];
const treats = ({ roles }: Membership): boolean => roles.includes('doctor') || roles.includes('specialist');

const owns = (owner: Referral['owner'], { hospital, department, roles }: Membership): boolean => {
  if (owner?.hospital.id !== hospital.id) return false;
  return roles.includes('coordinator') || (!owner.desk && department?.name === owner.department);
};

/** Where the reader's hospitals stand; whoever broke the glass stands nowhere. */
export const sidesOf = ({ from, to, offers, owner, sight }: Referral, { memberships }: Me): Sides => {
  const own = sight === 'party' ? memberships : [];
  const asked = offers.filter(({ status }) => LIVE_OFFER.includes(status)).map(({ hospital }) => hospital?.id);
  const at = (ids: readonly (string | undefined)[]) => own.filter(({ hospital }) => ids.includes(hospital.id));
  const [sending, receiving] = [at([from.hospital?.id]), at([to.hospital?.id, ...asked])];
  return {
    sender: sending.length > 0,
    receiver: receiving.length > 0,
    clinician: [...sending, ...receiving].some(treats),
    owner: own.some((one) => owns(owner, one)),
  };
};

export const useSides = (referral: Referral): Sides => sidesOf(referral, useMe());

const beforeRoad: readonly ReferralStatus[] = ['submitted', 'received', 'accepted', 'arranged'];

/** What may be done beside the machine: it changes no state of the referral itself. */
export const mayOf = ({ status, transport, sight }: Referral, { sender, receiver, owner }: Sides) => {
  const sent = !ENDED.includes(status) && status !== 'draft';
  return {
    say: sight === 'party' && sent,
    askInfo: receiver && sent,
    answerInfo: sender && sent,
    ready: sender && beforeRoad.includes(status) && transport.status === 'planned',
    road: sender && status === 'departed',
    assign: owner && sent,
  };
};
