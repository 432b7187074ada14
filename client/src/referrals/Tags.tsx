import { ArrowDownLeft, ArrowRight, ArrowUpRight, Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Direction, Lane } from '../../../contract/referralSheet.ts';
import { ENDED, type ReferralStatus } from '../../../contract/referralSteps.ts';
import { type Meaning, Tag } from '../ui/Tag.tsx';

export const directionIcons = { up: ArrowUpRight, down: ArrowDownLeft, lateral: ArrowRight } as const;
const colours = { up: 'hai', down: 'shan', lateral: 'routine' } as const;

/** 上转, 下转, 平转: an arrow each. */
export const DirectionTag = ({ direction }: { direction: Direction }) => {
  const { t } = useTranslation('referrals');
  return (
    <Tag c={colours[direction]} look="line" icon={directionIcons[direction]}>
      {t(`direction.${direction}`)}
    </Tag>
  );
};

/** 急诊绿道; what is elective needs no mark. */
export const LaneTag = ({ lane }: { lane: Lane }) => {
  const { t } = useTranslation('referrals');
  return lane === 'green' ? (
    <Tag c="shan" icon={Siren}>
      {t('lane.green')}
    </Tag>
  ) : null;
};

/** States in which the way did not go on as planned. */
const amiss: readonly ReferralStatus[] = ['returned', 'rejected', 'noShow', 'diverted', 'expired', 'diedEnRoute'];
export const isAmiss = (status: ReferralStatus): boolean => amiss.includes(status);

const meaningOf = (status: ReferralStatus): Meaning => {
  if (isAmiss(status)) return 'unmet';
  if (status === 'closed') return 'met';
  return ENDED.includes(status) || status === 'draft' ? 'missing' : 'hai';
};

export const StatusTag = ({ status }: { status: ReferralStatus }) => {
  const { t } = useTranslation('referrals');
  return (
    <Tag c={meaningOf(status)} look={status === 'draft' ? 'dash' : 'tint'}>
      {t(`status.${status}`)}
    </Tag>
  );
};
