import type { Urgency } from '../../contract/consults.ts';
import { agreements, type DemoAgreement } from './agreements.ts';
import { calendarOf } from './calendar.ts';
import { type DemoDepartment, departmentsOf } from './departments.ts';
import { type DemoPerson, LEADING, peopleOf } from './people.ts';
import type { Random } from './random.ts';
import { STORIES, type Story } from './stories.ts';

/** Who asked whom about what, and when. */
export interface DemoRequest {
  agreement: DemoAgreement;
  story: Story;
  urgency: Urgency;
  sentAt: Date;
  from: DemoDepartment;
  to: DemoDepartment;
  requester: DemoPerson;
}

/** Larger counties ask more. */
const SIZES: Record<string, number> = {
  leibo: 14,
  pingchang: 13,
  maerkang: 10,
  jinchuan: 9,
  yanyuan: 8,
  yuexi: 7,
  xiaojin: 7,
  meigu: 5,
  maoxian: 5,
  aba: 4,
};
const TIES = { eastWest: 3, inProvince: 3, alliance: 1.3 } as const;

const departmentOf = (hospital: string, code: string): DemoDepartment => departmentsOf(hospital).find((of) => of.code === code)!;

/** What a partner is known for is asked for most; 金川 sends its 大骨节病 to 湖州, and 西溪 is for mothers and children. */
const interest = ({ inviter, invitee }: DemoAgreement, { to, weight, code, patient }: Story): number => {
  if (invitee === 'xixi' && patient !== 'mother' && patient !== 'newborn') return 0;
  const leading = departmentOf(invitee, to).key === LEADING[invitee] ? 2.5 : 1;
  return weight * leading * (code === 'M12.1' && inviter === 'jinchuan' ? 3 : 1);
};

export const requestMaker = (now: Date, random: Random) => {
  const draw = calendarOf(now);
  const pairs = agreements(now).map((agreement) => [agreement, SIZES[agreement.inviter]! * TIES[agreement.partnerType]] as const);
  return (): DemoRequest => {
    const agreement = random.weighted(pairs);
    const open = STORIES.filter(({ to }) => agreement.invitedCodes.includes(to));
    const story = random.weighted(open.map((each) => [each, interest(agreement, each)] as const));
    const urgency = random.weighted(story.urgencies);
    const from = departmentOf(agreement.inviter, story.from);
    return {
      agreement,
      story,
      urgency,
      from,
      to: departmentOf(agreement.invitee, story.to),
      sentAt: draw(random, urgency),
      requester: random.weighted(peopleOf(from).map((person, place) => [person, 3 - place] as const)),
    };
  };
};
