import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConsultStatus, ConsultVerb, consultSteps } from '../contract/consults.ts';
import type { Row } from '../contract/kit.ts';
import { PageStatus, pageSteps } from '../contract/paging.ts';
import {
  BackfillStatus,
  backfillSteps,
  ENDED,
  HoldStatus,
  holdSteps,
  InfoStatus,
  infoSteps,
  OfferStatus,
  offerSteps,
  ReferralStatus,
  referralSteps,
  TransportStatus,
  transportSteps,
} from '../contract/referralSteps.ts';
import { TaskStatus, taskSteps } from '../contract/tasks.ts';
import { fire } from '../server/edge/jobs.ts';
import { OPINION } from './cases.ts';
import { house, type TestHouse } from './support.ts';
import { type Ward, ward } from './ward.ts';

const MACHINES = {
  consult: {
    rows: consultSteps as readonly Row[],
    states: ConsultStatus.options,
    first: 'requested',
    final: ['closed', 'declined', 'cancelled', 'expired'],
  },
  page: {
    rows: pageSteps as readonly Row[],
    states: PageStatus.options,
    first: 'ringing',
    final: ['answered', 'declined', 'passedOn', 'stopped'],
  },
  task: {
    rows: taskSteps as readonly Row[],
    states: TaskStatus.options,
    first: 'open',
    final: ['done', 'declined', 'withdrawn'],
  },
  referral: {
    rows: referralSteps as readonly Row[],
    states: ReferralStatus.options,
    first: 'draft',
    final: [...ENDED] as string[],
  },
  offer: {
    rows: offerSteps as readonly Row[],
    states: OfferStatus.options,
    first: 'offered',
    final: ['rejected', 'withdrawn', 'expired'],
  },
  info: { rows: infoSteps as readonly Row[], states: InfoStatus.options, first: 'open', final: ['answered', 'withdrawn'] },
  transport: { rows: transportSteps as readonly Row[], states: TransportStatus.options, first: 'planned', final: ['over'] },
  backfill: { rows: backfillSteps as readonly Row[], states: BackfillStatus.options, first: 'owed', final: ['done'] },
  hold: { rows: holdSteps as readonly Row[], states: HoldStatus.options, first: 'held', final: ['used', 'released'] },
};

const reachable = (rows: readonly Row[], first: string): Set<string> => {
  const seen = new Set([first]);
  for (const state of seen) for (const row of rows) if (row.from.includes(state)) seen.add(row.to);
  return seen;
};

describe.each(Object.entries(MACHINES))('the %s machine', (_name, { rows, states, first, final }) => {
  it('reaches every state it names, and names every state it reaches', () => {
    expect([...reachable(rows, first)].sort()).toEqual([...states].sort());
  });

  it('ends where it means to and nowhere else', () => {
    const ways = (state: string) => rows.filter(({ from }) => from.includes(state)).length;
    expect(states.filter((state) => ways(state) === 0).sort()).toEqual([...final].sort());
    const onward = states.filter((state) => ![...reachable(rows, state)].some((later) => final.includes(later)));
    expect(onward).toEqual([]);
  });

  it('gives each way to somebody, and no state two ways by the same verb', () => {
    expect(rows.filter(({ by, from }) => by.length === 0 || from.length === 0)).toEqual([]);
    const ways = rows.flatMap(({ verb, from, by }) =>
      from.flatMap((state) => by.map((relation) => `${verb} ${state} ${relation}`)),
    );
    expect(new Set(ways).size).toBe(ways.length);
  });
});

it('the consult machine reads so', () => {
  expect(new Set(consultSteps.map(({ verb }) => verb))).toEqual(new Set(ConsultVerb.options));
  const lines = consultSteps.map(({ verb, from, to, by }) => `${from.join(', ')} → ${to}: ${verb} (${by.join(', ')})`);
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "requested → accepted: accept (candidate)
    requested → declined: decline (inviteeDesk)
    requested → returned: sendBack (candidate, inviteeDesk)
    returned → requested: resend (requester)
    accepted → requested: release (consultant)
    accepted → requested: ringAgain (clock)
    requested → expired: expire (clock)
    returned → cancelled: expire (clock)
    accepted → inSession: begin (call)
    requested, accepted → inSession: answerByPhone (requester, inviterDesk, inviteeDesk)
    inSession → requested: handOver (requester, inviterDesk, inviteeDesk, consultant)
    inSession → signed: sign (consultant)
    signed, acknowledged → signed: amend (consultant)
    signed → acknowledged: acknowledge (requester)
    acknowledged → closed: close (requester)
    requested, returned, accepted, inSession → cancelled: cancel (requester, inviterDesk)"
  `);
});

describe('a real consult', () => {
  let h: TestHouse;
  let w: Ward;
  beforeAll(async () => {
    h = await house();
    w = await ward(h);
  });
  beforeEach(() => w.quiet());
  afterAll(() => h.close());

  const requested = async () => (await w.sendUrgent()).id;
  const then = (before: () => Promise<string>, verb: ConsultVerb) => async () => {
    const id = await before();
    await deeds[verb](id);
    return id;
  };
  /** The clock strikes: the consult's own deadline of this name. */
  const strike = async (id: string, action: string) => {
    const due = await h.db.deadline.findFirstOrThrow({ where: { subjectId: id, action, settledAt: null } });
    h.clock.set(due.dueAt);
    await fire(h.app.house, due.id);
  };

  /** Each verb by somebody whose it is. */
  const deeds: Record<ConsultVerb, (id: string) => Promise<unknown>> = {
    accept: (id) => w.first.api.consults.accept({ id }),
    decline: (id) => w.desk.api.consults.decline({ id, reason: 'other', note: '请联系外科' }),
    sendBack: (id) => w.desk.api.consults.sendBack({ id, note: '请补心电图' }),
    resend: (id) => w.doctor.api.consults.resend({ id }),
    release: (id) => w.first.api.consults.release({ id }),
    ringAgain: (id) => strike(id, 'consults.ringAgain'),
    expire: (id) => strike(id, 'consults.expire'),
    begin: (id) => w.join(w.first, id),
    handOver: (id) => w.doctor.api.consults.handOver({ id, note: '专家掉线未回' }),
    answerByPhone: (id) => w.doctor.api.consults.answerByPhone({ id, specialistId: w.first.id }),
    sign: (id) => w.first.api.consults.sign({ id, opinion: OPINION }),
    amend: (id) => w.first.api.consults.amend({ id, opinion: { ...OPINION, followUp: '48 小时', amendment: '复查后补充' } }),
    acknowledge: (id) => w.doctor.api.consults.acknowledge({ id, adoption: 'full' }),
    close: (id) => w.doctor.api.consults.close({ id, outcome: 'transferred' }),
    cancel: (id) => w.doctor.api.consults.cancel({ id, note: '患者已转院' }),
  };
  const accepted = then(requested, 'accept');
  const inSession = then(accepted, 'begin');
  const signed = then(inSession, 'sign');
  const acknowledged = then(signed, 'acknowledge');
  const reach: Record<ConsultStatus, () => Promise<string>> = {
    requested,
    returned: then(requested, 'sendBack'),
    accepted,
    inSession,
    signed,
    acknowledged,
    closed: then(acknowledged, 'close'),
    declined: then(requested, 'decline'),
    cancelled: then(requested, 'cancel'),
    expired: then(requested, 'expire'),
  };
  const statusOf = async (id: string) => (await h.db.consult.findUniqueOrThrow({ where: { id } })).status;
  const ways = consultSteps.flatMap(({ verb, from, to }) => from.map((state) => ({ verb, from: state, to })));

  it.each(ways)('goes from $from by $verb to $to, and leaves its step behind', async ({ verb, from, to }) => {
    const id = await reach[from]();
    expect(await statusOf(id)).toBe(from);
    await deeds[verb](id);
    const consult = await h.db.consult.findUniqueOrThrow({ where: { id }, include: { steps: { orderBy: { id: 'asc' } } } });
    expect(consult.status).toBe(to);
    expect(consult.steps.at(-1)?.verb).toBe(verb);
    expect(consult.endedAt !== null).toBe(MACHINES.consult.final.includes(to));
  });

  it.each(ConsultStatus.options)('goes nowhere from %s that the table does not say', async (state) => {
    const id = await reach[state]();
    const elsewhere = ConsultVerb.options.filter((verb) => !['begin', 'ringAgain', 'expire'].includes(verb));
    for (const verb of elsewhere.filter((each) => !ways.some((way) => way.verb === each && way.from === state))) {
      const refusal = await deeds[verb](id).then(
        () => null,
        (error: unknown) => error,
      );
      expect(refusal, verb).toMatchObject({ code: expect.stringMatching(/^(conflict|forbidden)$/) as string });
      expect(await statusOf(id), verb).toBe(state);
    }
  });

  it.each(MACHINES.consult.final as ConsultStatus[])('leaves nothing to be done when it is %s', async (state) => {
    const id = await reach[state]();
    expect(await h.db.deadline.count({ where: { subjectId: id, settledAt: null } })).toBe(0);
    expect(await h.db.page.count({ where: { subjectId: id, status: 'ringing' } })).toBe(0);
  });

  it('rings through every state of a page', async () => {
    const pageOf = async (id: string, personId: string) =>
      h.db.page.findFirstOrThrow({ where: { subjectId: id, personId }, orderBy: { id: 'desc' } });
    const id = await requested();
    const page = await pageOf(id, w.first.id);
    expect(page.status).toBe('ringing');
    await w.first.api.paging.passOn({ id: page.id });
    expect((await pageOf(id, w.first.id)).status).toBe('passedOn');
    await w.second.api.paging.decline({ id: (await pageOf(id, w.second.id)).id, reason: 'operating' });
    expect((await pageOf(id, w.second.id)).status).toBe('declined');

    await w.quiet();
    const [answered, stopped] = [await accepted(), await then(requested, 'cancel')()];
    expect((await pageOf(answered, w.first.id)).status).toBe('answered');
    expect((await pageOf(stopped, w.first.id)).status).toBe('stopped');
  });

  it('keeps a signed opinion as it was signed, whatever the program tries', async () => {
    const id = await signed();
    for (const sql of [`UPDATE opinion SET signer_name = 'somebody else'`, 'DELETE FROM opinion', 'TRUNCATE opinion']) {
      await expect(h.db.$executeRawUnsafe(sql)).rejects.toThrow('append only');
    }
    expect(await h.db.opinion.findFirstOrThrow({ where: { consultId: id } })).toMatchObject({ version: 1, signerId: w.first.id });
  });
});
