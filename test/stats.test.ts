import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '../client/src/locales/en/stats.json' with { type: 'json' };
import zh from '../client/src/locales/zh-CN/stats.json' with { type: 'json' };
import { ConsultStatus, Urgency } from '../contract/consults.ts';
import { Refusal } from '../contract/refusal.ts';
import { AdoptionState, type CaseFilter, type CaseRow, type ConsultStats, ResponseState } from '../contract/stats.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { idOf } from '../prisma/seed/ids.ts';
import { personId } from '../prisma/seed/network.ts';
import type { Actor } from '../server/edge/actor.ts';
import { run } from '../server/edge/run.ts';
import consultLimits from '../server/reference/sets/consultLimits.json' with { type: 'json' };
import {
  ADOPTIONS,
  anyConsult,
  anySteps,
  COUNTIES,
  chosenBy,
  countOf,
  monthOf,
  NOW,
  PARTNERS,
  RESPONSES,
  rank,
  spread,
  type Told,
} from './figures.ts';
import { house, type TestHouse } from './support.ts';

const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'] as const;

let h: TestHouse;
let all: Told[];

const person = (hospital: string, role: 'admin' | 'coordinator'): Actor => ({
  kind: 'person',
  id: personId(`${hospital}.${role === 'admin' ? 'admin' : 'center'}`),
  memberships: [{ hospitalId: hospitalId(hospital), departmentId: null, roles: [role] }],
});
const ACTORS = [person('zhou', 'admin'), person('leibo', 'admin'), person('xiangshan', 'coordinator'), person('haishu', 'admin')];
const overseer = ACTORS[0]!;
const inScope = (actor: Actor): Told[] =>
  all.filter((row) => actor === overseer || [row.fromHospitalId, row.toHospitalId].includes(actor.memberships[0]!.hospitalId));

type Page = { items: CaseRow[]; next: string | null; total: number };
const ask = <T>(name: string, actor: Actor, input: object): Promise<T> =>
  run(
    { ...h.app.house, now: () => NOW },
    name,
    { actor, session: null, requestId: 'test', device: 'test', address: '' },
    input,
  ) as Promise<T>;
const figures = (actor: Actor, filter: object) => ask<ConsultStats>('stats.consults', actor, filter);
const cases = (actor: Actor, filter: object) => ask<Page>('stats.cases', actor, filter);

beforeAll(async () => {
  h = await house();
  await h.db.patient.create({
    data: {
      id: idOf('patient', 0),
      hospitalId: hospitalId('leibo'),
      identityId: (await h.db.identity.create({ data: {} })).id,
      known: true,
      sex: 'male',
      birthDate: new Date('1963-10-02'),
    },
  });
  await h.db.consult.createMany({ data: Array.from({ length: 400 }, (_, place) => anyConsult(place)) });
  const made = await h.db.consult.findMany({ orderBy: { id: 'asc' } });
  await h.db.consultStep.createMany({ data: made.flatMap(anySteps) });
  all = await h.db.consult.findMany({ include: { steps: true } });
});
afterAll(() => h.close());

const months = fc.tuple(fc.constantFrom(...MONTHS), fc.constantFrom(...MONTHS)).map((pair) => pair.sort());
const narrowings = {
  fromHospitalId: fc.constantFrom(...COUNTIES, 'xiaojin').map(hospitalId),
  toHospitalId: fc.constantFrom(...PARTNERS).map(hospitalId),
  urgency: fc.constantFrom(...Urgency.options),
  status: fc.constantFrom(...ConsultStatus.options),
  response: fc.constantFrom(...ResponseState.options),
  adoption: fc.constantFrom(...AdoptionState.options),
};
/** At most three at once, or most filters would choose next to nothing. */
const anyFilter = fc
  .tuple(months, fc.record(narrowings), fc.subarray(Object.keys(narrowings) as (keyof typeof narrowings)[], { maxLength: 3 }))
  .map(
    ([[from, to], values, kept]) => ({ from, to, ...Object.fromEntries(kept.map((key) => [key, values[key]])) }) as CaseFilter,
  );
const anyActor = fc.constantFrom(...ACTORS);

describe('for any filter and any actor', () => {
  it('every figure is what counting the rows one by one gives', async () => {
    await fc.assert(
      fc.asyncProperty(anyActor, anyFilter, async (actor, filter) => {
        const rows = chosenBy(inScope(actor), filter);
        const found = await figures(actor, filter);
        expect(found.total).toBe(rows.length);
        for (const row of found.months) {
          const here = rows.filter((consult) => monthOf(consult) === row.month);
          expect(row).toEqual({
            month: row.month,
            stat: here.filter(({ urgency }) => urgency === 'stat').length,
            urgent: here.filter(({ urgency }) => urgency === 'urgent').length,
            routine: here.filter(({ urgency }) => urgency === 'routine').length,
            closed: here.filter(({ status }) => status === 'closed').length,
            due: here.filter(RESPONSES.due).length,
            within: here.filter(RESPONSES.within).length,
            unanswered: here.filter(RESPONSES.unanswered).length,
          });
        }
        for (const { urgency, limitSeconds: _, ...row } of found.responses) {
          const here = rows.filter((consult) => consult.urgency === urgency);
          const count = (state: keyof typeof RESPONSES) => here.filter(RESPONSES[state]).length;
          expect(row).toEqual({ ...spread(here), unanswered: count('unanswered'), within: count('within'), late: count('late') });
          expect(row.within + row.late).toBe(row.n);
        }
        for (const { month, ...row } of found.trend) {
          const trendOf = filter.urgency ?? 'stat';
          expect(row).toEqual(spread(rows.filter((consult) => monthOf(consult) === month && consult.urgency === trendOf)));
        }
        const byKey = <T extends { n: number }>(list: readonly T[], key: (item: T) => string) =>
          list.map((item) => ({ key: key(item), n: item.n })).sort((a, b) => a.key.localeCompare(b.key));
        expect(byKey(found.statuses, ({ status }) => status)).toEqual(countOf(rows.map(({ status }) => status)));
        expect(byKey(found.flows, ({ from, to }) => `${from.id} ${to.id}`)).toEqual(
          countOf(rows.map((row) => `${row.fromHospitalId} ${row.toHospitalId}`)),
        );
        expect(found.adoption).toEqual({
          full: rows.filter(ADOPTIONS.full).length,
          partial: rows.filter(ADOPTIONS.partial).length,
          none: rows.filter(ADOPTIONS.none).length,
        });
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('the list has exactly those cases, newest first, and its total is the figure', async () => {
    await fc.assert(
      fc.asyncProperty(anyActor, anyFilter, fc.constantFrom(7, 30, 100), async (actor, filter, limit) => {
        const expected = chosenBy(inScope(actor), filter).sort(
          (a, b) => b.sentAt.getTime() - a.sentAt.getTime() || (a.id < b.id ? 1 : -1),
        );
        const listed: CaseRow[] = [];
        for (let after: string | undefined; ; ) {
          const page = await cases(actor, { ...filter, limit, after });
          listed.push(...page.items);
          expect(page.total).toBe(expected.length);
          if (!page.next) break;
          after = page.next;
        }
        expect(listed.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        expect(listed.map(({ late }) => late)).toEqual(expected.map(RESPONSES.late));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('a figure leads to a list of that length', async () => {
    const filter = { from: MONTHS[0], to: MONTHS[4] };
    const found = await figures(overseer, filter);
    const total = async (narrower: object) => (await cases(overseer, { ...filter, ...narrower, limit: 1 })).total;
    for (const { month, ...row } of found.months) {
      expect(await total({ from: month, to: month, urgency: 'stat' })).toBe(row.stat);
      expect(await total({ from: month, to: month, status: 'closed' })).toBe(row.closed);
    }
    for (const { urgency, ...row } of found.responses) {
      expect(await total({ urgency, response: 'due' })).toBe(row.n);
      expect(await total({ urgency, response: 'late' })).toBe(row.late);
      expect(await total({ urgency, response: 'unanswered' })).toBe(row.unanswered);
    }
    for (const { from, to, n } of found.flows) expect(await total({ fromHospitalId: from.id, toHospitalId: to.id })).toBe(n);
    expect(await total({ adoption: 'adopted' })).toBe(found.adoption.full + found.adoption.partial);
  });
});

const year = { from: '2026-01', to: '2026-12' };

it('reads 未应答 when the rank falls among those nobody answered', async () => {
  const rows = all.filter(({ urgency }) => urgency === 'stat');
  const { responses } = await figures(overseer, year);
  expect(responses[0]!.unanswered / responses[0]!.n).toBeGreaterThan(0.1);
  expect(responses[0]!.p90).toBe('unanswered');
  expect(responses[0]!.p50).toBe(rank(rows, 50));
});

it.each([zh, en])('says in both languages where the limits in force come from', async ({ rules }) => {
  const found = (await figures(overseer, year)).rules;
  expect(Object.keys(rules.sources)).toContain(found.version);
  expect(found).toEqual({ version: consultLimits.version, effectiveFrom: consultLimits.effectiveFrom, approver: null });
});

it('tells an overseer age and category, a desk its own code, and nobody a birth date', async () => {
  const [seen] = (await cases(overseer, year)).items;
  expect(seen).toMatchObject({ dxCode: 'I21', opens: false, patient: { birthDate: null, sex: 'male' } });
  expect([62, 63]).toContain(seen!.patient.approximateAge);
  const [own] = (await cases(ACTORS[2]!, year)).items;
  expect(own).toMatchObject({ dxCode: 'I21.901', opens: true, patient: { birthDate: null } });
  const [administered] = (await cases(ACTORS[1]!, year)).items;
  expect(administered!.opens).toBe(false);
});

it('leaves an audit row with the ids of the list, none for figures', async () => {
  const before = await h.db.auditRow.count();
  await figures(ACTORS[1]!, year);
  expect(await h.db.auditRow.count()).toBe(before);
  const { items } = await cases(ACTORS[1]!, { ...year, limit: 3 });
  const row = await h.db.auditRow.findFirstOrThrow({ where: { action: 'stats.cases' }, orderBy: { id: 'desc' } });
  expect([...row.subjectIds].sort()).toEqual(items.map(({ id }) => id).sort());
});

it('refuses a reversed period, a century, a forged place in the list and people without the role', async () => {
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => null,
      (error) => (error instanceof Refusal ? error.reason : error),
    );
  expect(await refusal(figures(overseer, { from: '2026-05', to: '2026-04' }))).toBe('stats.monthsReversed');
  expect(await refusal(figures(overseer, { from: '1900-01', to: '2026-04' }))).toBe('stats.tooManyMonths');
  expect(await refusal(cases(overseer, { ...year, after: 'bm9uc2Vuc2U' }))).toBe('paging.after');
  const doctor: Actor = {
    ...overseer,
    memberships: [{ hospitalId: hospitalId('leibo'), departmentId: null, roles: ['doctor'] }],
  };
  expect(await refusal(figures(doctor, year))).toBe('role');
});
