import type { ConsultRelation, OpinionBody } from '../../contract/consults.ts';
import { opinionHash } from '../../server/consults/opinion.ts';
import type { CaseRows, Draft } from './drafts.ts';
import { idOf } from './ids.ts';
import type { Deed } from './lives.ts';
import { personId } from './network.ts';
import type { Random } from './random.ts';

type Trail = Pick<CaseRows, 'steps' | 'opinions' | 'advices'>;

/** The account of whoever stands in this relation; nobody is the clock. */
const doerOf = ({ request, consultant }: Draft, by: ConsultRelation): string | null => {
  switch (by) {
    case 'clock':
      return null;
    case 'requester':
      return request.requester.account;
    case 'inviterDesk':
      return `${request.from.hospital.key}.center`;
    case 'inviteeDesk':
      return `${request.to.hospital.key}.center`;
    default:
      return consultant.account;
  }
};

const stepOf = (
  draft: Draft,
  { verb, account, at }: { verb: string; account: string | null; at: Date },
): Trail['steps'][number] => ({
  id: idOf('step', draft.id, verb, at.getTime()),
  consultId: draft.id,
  verb,
  personId: account && personId(account),
  at,
});

const bodyOf = ({ request: { story } }: Draft, amended: boolean): OpinionBody => ({
  ...story.opinion,
  furtherTests: '',
  transferNote: story.opinion.transfer === 'notNeeded' ? '' : '转运途中持续监护，备齐抢救药品，转运前电话告知接收方。',
  amendment: amended ? '复查结果回报后补充随访安排' : '',
  followUp: amended ? '补充：一周后复查并回传结果。' : '三日内电话随访。',
});

const opinionOf = (draft: Draft, { verb, at }: Deed, place: number): Trail['opinions'][number] => {
  const { consultant, id: consultId } = draft;
  const content = {
    consultId,
    version: place + 1,
    body: bodyOf(draft, verb === 'amend'),
    signerId: personId(consultant.account),
  };
  return {
    id: idOf('opinion', consultId, content.version),
    ...content,
    signerName: consultant.name,
    signerTitle: consultant.title,
    hospital: consultant.hospital.name,
    signedAt: at,
    hash: opinionHash({ ...content, signedAt: at.toISOString() }),
  };
};

/** In most STATs a line of verbal advice was typed and confirmed within minutes of meeting, before anything was signed. */
const adviceOf = (random: Random, draft: Draft): Pick<Trail, 'steps' | 'advices'> => {
  const { id, request, consultant, deeds } = draft;
  const met = deeds.find(({ verb }) => verb === 'begin' || verb === 'answerByPhone');
  if (request.urgency !== 'stat' || !met || !random.chance(0.8)) return { steps: [], advices: [] };
  const signedAt = deeds.find(({ verb }) => verb === 'sign')?.at.getTime() ?? Number.POSITIVE_INFINITY;
  const typedAt = new Date(Math.min(met.at.getTime() + random.int(60, 420) * 1000, signedAt - 20_000));
  const answeredAt = new Date(Math.min(typedAt.getTime() + random.int(5, 60) * 1000, signedAt - 10_000));
  if (typedAt <= met.at) return { steps: [], advices: [] };
  const typedById = personId(request.requester.account);
  const text = request.story.opinion.treatment.slice(0, 60);
  return {
    steps: [
      stepOf(draft, { verb: 'advise', account: request.requester.account, at: typedAt }),
      stepOf(draft, { verb: 'confirmAdvice', account: consultant.account, at: answeredAt }),
    ],
    advices: [{ id: idOf('advice', id), consultId: id, text, typedById, typedAt, state: 'confirmed', answeredAt }],
  };
};

/** What a consult leaves behind: its history, the opinions that were signed, the advice that was confirmed. */
export const trailOf = (random: Random, draft: Draft): Trail => {
  const { request, deeds } = draft;
  const advice = adviceOf(random, draft);
  const asked = stepOf(draft, { verb: 'request', account: request.requester.account, at: request.sentAt });
  const done = deeds.map((deed) => stepOf(draft, { ...deed, account: doerOf(draft, deed.by) }));
  const signings = deeds.filter(({ verb }) => verb === 'sign' || verb === 'amend');
  return {
    steps: [asked, ...done, ...advice.steps].sort((a, b) => (a.at as Date).getTime() - (b.at as Date).getTime()),
    opinions: signings.map((deed, place) => opinionOf(draft, deed, place)),
    advices: advice.advices,
  };
};
