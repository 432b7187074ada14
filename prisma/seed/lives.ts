import {
  type ConsultRelation,
  type ConsultStatus,
  type ConsultVerb,
  consultSteps,
  type Urgency,
} from '../../contract/consults.ts';
import { advance } from '../../contract/kit.ts';
import type { LimitName } from '../../server/reference/shapes.ts';
import type { Random } from './random.ts';

const MINUTE = 60;
const HOUR = 3_600;

/** One step of a consult as it happened. */
export interface Deed {
  verb: ConsultVerb;
  by: ConsultRelation;
  at: Date;
}

export interface Request {
  urgency: Urgency;
  sentAt: Date;
  /** 0 at the beginning of the history, 1 at its end: people get better at it. */
  progress: number;
  /** Since then the second line rings by itself. */
  secondLine: boolean;
  due(name: LimitName, from: Date): Date;
  /** Working time for a routine request, plain time otherwise. */
  after(from: Date, seconds: number): Date;
}

const later = (at: Date, seconds: number): Date => new Date(at.getTime() + Math.round(seconds * 1000));

type Fate = 'answered' | 'declined' | 'cancelled' | 'silent';

const fateOf = (random: Random, { urgency, secondLine }: Request): Fate =>
  random.weighted([
    ['answered', 100],
    ['declined', urgency === 'stat' ? 1 : 3.5],
    ['cancelled', 2],
    ['silent', (secondLine ? 0.8 : 3) * (urgency === 'routine' ? 0.6 : 1)],
  ]);

/** Median seconds to the first response, before and since the second line rings. */
const WAITS: Record<Urgency, readonly [before: number, since: number]> = {
  stat: [6.4 * MINUTE, 3.2 * MINUTE],
  urgent: [15 * MINUTE, 9 * MINUTE],
  routine: [95 * MINUTE, 60 * MINUTE],
};

const waitOf = (random: Random, { urgency, secondLine, progress }: Request): number => {
  const median = WAITS[urgency][secondLine ? 1 : 0] * (1.08 - 0.16 * progress);
  return Math.max(25, random.around(median, secondLine ? 0.55 : 0.62));
};

/** Sent back for data and sent again: the clock begins anew. STAT is never sent back here. */
const returned = (random: Random, { urgency, sentAt, after }: Request): Deed[] => {
  if (urgency === 'stat' || !random.chance(0.04)) return [];
  const back = after(sentAt, random.int(6 * MINUTE, 25 * MINUTE));
  return [
    { verb: 'sendBack', by: random.chance(0.7) ? 'candidate' : 'inviteeDesk', at: back },
    { verb: 'resend', by: 'requester', at: later(back, random.int(15 * MINUTE, 100 * MINUTE)) },
  ];
};

/** Accepted and not joined in time: it rings again. */
const lostOnce = (random: Random, { urgency, due }: Request, from: Date): Deed[] => {
  if (urgency === 'routine' || !random.chance(0.03)) return [];
  const accepted = later(from, random.int(12, 60));
  return [
    { verb: 'accept', by: 'candidate', at: accepted },
    { verb: 'ringAgain', by: 'clock', at: due('join', accepted) },
  ];
};

const PHONED: Record<Urgency, number> = { stat: 0.05, urgent: 0.03, routine: 0.005 };

/** By telephone, or accepted a moment before joining. */
const contact = (random: Random, request: Request, from: Date): Deed[] => {
  const { urgency, secondLine, after } = request;
  const wait = waitOf(random, request);
  const at = after(from, wait);
  if (random.chance(PHONED[urgency] * (secondLine ? 1 : 2))) {
    return [{ verb: 'answerByPhone', by: random.pick(['requester', 'inviterDesk', 'inviteeDesk']), at }];
  }
  const lead = urgency === 'routine' ? Math.min(wait * 0.3, 25 * MINUTE) : Math.min(random.int(12, 75), wait * 0.6);
  return [
    { verb: 'accept', by: 'candidate', at: after(from, wait - lead) },
    { verb: 'begin', by: 'call', at },
  ];
};

/** Medians in seconds: written opinion, acknowledgement, closing. */
const PACES: Record<Urgency, readonly [sign: number, acknowledge: number, close: number]> = {
  stat: [95 * MINUTE, 25 * MINUTE, 14 * HOUR],
  urgent: [4 * HOUR, 70 * MINUTE, 20 * HOUR],
  routine: [15 * HOUR, 4 * HOUR, 26 * HOUR],
};

const written = (random: Random, { urgency }: Request, from: Date): Deed[] => {
  const [sign, acknowledge, close] = PACES[urgency];
  const signed = later(from, random.around(sign, 0.5));
  const amended = random.chance(0.012)
    ? [{ verb: 'amend', by: 'consultant', at: later(signed, random.int(600, 5_400)) } as const]
    : [];
  const acknowledged = later(amended[0]?.at ?? signed, random.around(acknowledge, 0.8));
  return [
    { verb: 'sign', by: 'consultant', at: signed },
    ...amended,
    { verb: 'acknowledge', by: 'requester', at: acknowledged },
    { verb: 'close', by: 'requester', at: later(acknowledged, random.around(close, 0.7)) },
  ];
};

const answered = (random: Random, request: Request): Deed[] => {
  const before = returned(random, request);
  const sentAt = before.at(-1)?.at ?? request.sentAt;
  const lost = lostOnce(random, request, sentAt);
  const met = contact(random, request, lost.at(-1)?.at ?? sentAt);
  const response = met.at(-1)!.at;
  if (response >= request.due('expire', sentAt)) return [...before, ...silent(request, sentAt)];
  return [...before, ...lost, ...met, ...written(random, request, response)];
};

const silent = ({ due }: Request, sentAt: Date): Deed[] => [{ verb: 'expire', by: 'clock', at: due('expire', sentAt) }];

const declined = (random: Random, { urgency, sentAt, after }: Request): Deed[] => {
  const wait = urgency === 'stat' ? random.int(100, 500) : random.int(5 * MINUTE, 27 * MINUTE);
  return [{ verb: 'decline', by: 'inviteeDesk', at: after(sentAt, wait) }];
};

const cancelled = (random: Random, { urgency, sentAt, after }: Request): Deed[] => {
  const by = random.chance(0.8) ? 'requester' : 'inviterDesk';
  const wait = urgency === 'stat' ? random.int(60, 700) : random.int(4 * MINUTE, 50 * MINUTE);
  const lead = Math.min(wait * 0.1, MINUTE);
  const accepted: Deed[] = random.chance(0.2) ? [{ verb: 'accept', by: 'candidate', at: after(sentAt, wait - lead) }] : [];
  return [...accepted, { verb: 'cancel', by, at: after(sentAt, wait) }];
};

/** How one request went, to its end; every step is one that the machine allows. */
export const lifeOf = (random: Random, request: Request): Deed[] => {
  switch (fateOf(random, request)) {
    case 'answered':
      return answered(random, request);
    case 'declined':
      return declined(random, request);
    case 'cancelled':
      return cancelled(random, request);
    case 'silent':
      return silent(request, request.sentAt);
  }
};

export const statusAfter = (deeds: readonly Deed[]): ConsultStatus =>
  deeds.reduce<ConsultStatus>(
    (from, { verb, by }) => advance(consultSteps, { verb, from, relations: new Set([by]) }),
    'requested',
  );
