import excel from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DxChapter } from '../contract/dxChapters.ts';
import type { CountedMetric, MetricPart } from '../contract/referralMetrics.ts';
import { Direction, Lane } from '../contract/referralSheet.ts';
import type { ReferralCaseRow, ReferralFigureFilter, ReferralStats, Veiled } from '../contract/referralStats.ts';
import { OfferStatus, ReferralStatus } from '../contract/referralSteps.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { personId } from '../prisma/seed/network.ts';
import type { Actor } from '../server/edge/actor.ts';
import { run } from '../server/edge/run.ts';
import { COUNTIES, NOW, PARTNERS } from './figures.ts';
import { anyConsult, anyOffers, anyReferral, IDENTITIES, PATIENTS } from './referralFigures.ts';
import { type Case, category, chapter, chosenBy, monthOf, partsOf, type World } from './referralModel.ts';
import { house, type TestHouse } from './support.ts';

const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'] as const;
type Part = `${CountedMetric}.${MetricPart}`;

let h: TestHouse;
let everything: World;

const person = (hospital: string, role: 'admin' | 'coordinator'): Actor => ({
  kind: 'person',
  id: personId(`${hospital}.${role === 'admin' ? 'admin' : 'center'}`),
  memberships: [{ hospitalId: hospitalId(hospital), departmentId: null, roles: [role] }],
});
const overseer = person('zhou', 'admin');
const ACTORS = [overseer, person('leibo', 'admin'), person('xiangshan', 'coordinator'), person('haishu', 'admin')];
const worldOf = (actor: Actor): World => ({
  ...everything,
  own: actor === overseer ? null : actor.memberships[0]!.hospitalId,
});

const ask = <T>(name: string, actor: Actor, input: object): Promise<T> =>
  run(
    { ...h.app.house, now: () => NOW },
    name,
    { actor, session: null, requestId: 'test', device: 'test', address: '', body: null },
    input,
  ) as Promise<T>;
const figures = (actor: Actor, filter: object) => ask<ReferralStats>('referralStats.figures', actor, filter);
type Page = { items: ReferralCaseRow[]; next: string | null; total: Veiled | null };
const cases = (actor: Actor, filter: object) => ask<Page>('referralStats.cases', actor, filter);
const file = async (actor: Actor, filter: object): Promise<Buffer> => {
  const { content } = await ask<{ content: AsyncIterable<Uint8Array> }>('referralStats.export', actor, filter);
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
};

beforeAll(async () => {
  h = await house();
  await h.db.identity.createMany({ data: IDENTITIES });
  await h.db.patient.createMany({ data: PATIENTS });
  const referrals = Array.from({ length: 260 }, (_, place) => anyReferral(place));
  await h.db.referral.createMany({ data: referrals });
  await h.db.referralOffer.createMany({ data: referrals.flatMap(anyOffers) });
  await h.db.consult.createMany({ data: Array.from({ length: 150 }, (_, place) => anyConsult(place)) });
  await h.db.hospitalActivity.createMany({
    data: [...COUNTIES, ...PARTNERS].flatMap((hospital, at) =>
      MONTHS.slice(0, at % 4).map((month) => ({
        hospitalId: hospitalId(hospital),
        month,
        outpatient: 1000 * (at + 1),
        discharges: 100 * (at + 1),
        enteredById: personId('leibo.admin'),
        enteredAt: NOW,
      })),
    ),
  });
  everything = {
    referrals: await h.db.referral.findMany(),
    offers: await h.db.referralOffer.findMany(),
    consults: await h.db.consult.findMany(),
    patients: await h.db.patient.findMany(),
    identities: await h.db.identity.findMany(),
    activity: await h.db.hospitalActivity.findMany(),
    own: null,
  };
});
afterAll(() => h.close());

const months = fc.tuple(fc.constantFrom(...MONTHS), fc.constantFrom(...MONTHS)).map((pair) => pair.sort());
const END = [...COUNTIES, ...PARTNERS].map(hospitalId);
const narrowings = {
  fromHospitalId: fc.constantFrom(...END),
  toEnd: fc.constantFrom(...END, 'outside', 'unknown'),
  direction: fc.constantFrom(...Direction.options),
  lane: fc.constantFrom(...Lane.options),
  chapter: fc.constantFrom(...DxChapter.options.filter((name) => ['I', 'VI', 'IX', 'XV', 'XIX', 'unknown'].includes(name))),
};
const finer = {
  ...narrowings,
  status: fc.constantFrom(...ReferralStatus.options),
  answer: fc.constantFrom(...OfferStatus.options),
  category: fc.constantFrom('I21', 'I63', 'S06', 'O14'),
};
/** At most two at once, or most filters would choose next to nothing. */
const filterOf = (record: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .tuple(months, fc.record(record), fc.subarray(Object.keys(record), { maxLength: 2 }))
    .map(([[from, to], values, kept]) => ({ from, to, ...Object.fromEntries(kept.map((key) => [key, values[key]])) }));
const anyFilter = filterOf(narrowings) as fc.Arbitrary<ReferralFigureFilter>;
const anyActor = fc.constantFrom(...ACTORS);

/** What is told is the count itself, or is covered where it may be. */
const expectTold = (told: Veiled | null | undefined, n: number, actor: Actor, what: string): void => {
  if (actor !== overseer || typeof told === 'number') expect(told, what).toBe(n);
  else if (told === 'few') expect([1, 2, 3, 4], what).toContain(n);
  else expect([told, n >= 5], what).toEqual(['hidden', true]);
  if (actor === overseer && n > 0 && n < 5) expect(told, what).toBe('few');
};

describe('for any filter and any actor', () => {
  it('every figure is what counting the rows one by one gives', async () => {
    await fc.assert(
      fc.asyncProperty(anyActor, anyFilter, async (actor, filter) => {
        const world = worldOf(actor);
        const found = await figures(actor, filter);
        const rows = (name: Part): Case[] => chosenBy(world, filter, name);
        for (const name of partsOf(world)) {
          const [metric, part] = name.split('.') as [CountedMetric, MetricPart];
          const figure = found.figures.find((each) => each.metric === metric)!;
          expectTold(figure[part], rows(name as Part).length, actor, name);
        }
        const sent = rows('K15.denominator');
        for (const { month, ...told } of found.months) {
          for (const direction of Direction.options) {
            const n = sent.filter((row) => monthOf(row.at!) === month && row.direction === direction).length;
            expectTold(told[direction], n, actor, `${month} ${direction}`);
          }
        }
        const check = <K>(told: readonly [K, Veiled][], of: readonly Case[], key: (row: Case) => K) => {
          for (const [value, n] of told) expectTold(n, of.filter((row) => key(row) === value).length, actor, String(value));
          expect(new Set(told.map(([value]) => value))).toEqual(new Set(of.map(key)));
        };
        check(
          found.statuses.map(({ status, n }) => [status as string, n]),
          sent,
          ({ status }) => status!,
        );
        check(
          found.chapters.map(({ chapter: name, n }) => [name as string, n]),
          sent,
          ({ dxCode }) => chapter(dxCode),
        );
        check(
          found.flows.cells.map(({ from, to, n }) => [`${from} ${to}`, n]),
          sent,
          ({ from, to }) => `${from} ${to}`,
        );
        check(
          found.flows.tos.map(({ to, n }) => [to as string, n]),
          sent,
          ({ to }) => to,
        );
        check(
          found.pairs.map(({ from, to, n }) => [`${from} ${to}`, n]),
          rows('K09.denominator'),
          ({ from, to }) => `${from} ${to}`,
        );
        for (const { category: name, up, local } of found.mix) {
          const n = (part: Part) => rows(part).filter(({ dxCode }) => category(dxCode) === name).length;
          expectTold(up, n('K16.denominator'), actor, `up ${name}`);
          expectTold(local, n('K16L.denominator'), actor, `local ${name}`);
        }
        if (typeof found.answers.n === 'number') expectTimes(found.answers, rows('K10.denominator'));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('the list behind it has exactly those cases, and so has its export', async () => {
    const names = fc.constantFrom(...partsOf(everything)) as fc.Arbitrary<Part>;
    await fc.assert(
      fc.asyncProperty(anyActor, filterOf(finer), names, fc.constantFrom(7, 30, 1000), async (actor, filter, name, limit) => {
        const [metric, part] = name.split('.');
        const expected = chosenBy(worldOf(actor), filter, name);
        const input = { ...filter, metric, part };
        const first = await cases(actor, { ...input, limit });
        expectTold(first.total, expected.length, actor, name);
        if (first.total === 'few') {
          expect(first.items).toEqual([]);
          return;
        }
        const listed = [...first.items];
        for (let { next } = first; next; ) {
          const page: Page = await cases(actor, { ...input, limit, after: next });
          listed.push(...page.items);
          next = page.next;
        }
        expect(listed.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        const lines = (await file(actor, { ...input, format: 'csv' })).toString('utf8').trimEnd().split('\r\n');
        expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(listed.map(({ no }) => no));
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});

/** Nearest rank with what ran out of time last, and the mean of those answered. */
const expectTimes = ({ meanSeconds, p90Seconds }: ReferralStats['answers'], due: readonly Case[]): void => {
  const waits = due.map(({ answer, seconds }) => (answer === 'expired' ? Infinity : seconds!)).sort((a, b) => a - b);
  const answered = waits.filter(Number.isFinite);
  const rank = waits[Math.ceil(waits.length * 0.9) - 1];
  expect(p90Seconds).toBe(rank === undefined ? null : rank === Infinity ? 'unanswered' : rank);
  if (answered.length === 0) expect(meanSeconds).toBeNull();
  else expect(meanSeconds).toBeCloseTo(answered.reduce((sum, each) => sum + each, 0) / answered.length, 6);
};

const year = { from: '2026-01', to: '2026-12' };

it('divides by the visits of the months that have been entered, of one’s own hospitals, and by nothing where none has', async () => {
  const of = async (actor: Actor, metric: string, filter: object = {}) =>
    (await figures(actor, { ...year, ...filter })).figures.find((each) => each.metric === metric)!.denominator;
  expect(await of(overseer, 'K07')).toBe(2200 + 2 * 3300);
  expect(await of(overseer, 'K08')).toBe(3 * 400 + 600);
  expect(await of(person('leibo', 'admin'), 'K07')).toBeNull();
  expect(await of(person('jinchuan', 'admin'), 'K07')).toBe(2200);
  expect(await of(person('xiangshan', 'admin'), 'K07', { fromHospitalId: hospitalId('jinchuan') })).toBeNull();
  expect(await of(person('xiangshan', 'admin'), 'K08')).toBe(3 * 400);
  expect(await of(overseer, 'K14')).toBeNull();
});

it('writes a workbook of typed cells with a sheet of definitions', async () => {
  const book = new excel.Workbook();
  const input = { ...year, metric: 'K09', part: 'denominator' };
  await book.xlsx.load((await file(ACTORS[1]!, { ...input, format: 'xlsx' })) as unknown as ArrayBuffer);
  const [sheet, words] = book.worksheets;
  const { total, items } = await cases(ACTORS[1]!, { ...input, limit: 1 });
  expect(sheet!.rowCount - 1).toBe(total);
  const at = sheet!.getRow(2).getCell(12).value as Date;
  expect(at).toBeInstanceOf(Date);
  expect(at.getTime()).toBe(new Date(items[0]!.at).getTime() + 8 * 3_600_000);
  expect(typeof sheet!.getRow(2).getCell(11).value).toBe('number');
  const text = words!.getSheetValues().flat().join(' ');
  expect(text).toContain('K09');
  expect(text).toContain('2026-11-24');
  expect(text).toContain('referral_offer.offered_at');
});
