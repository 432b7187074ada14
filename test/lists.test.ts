import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsultRow } from '../contract/consults.ts';
import { type PersonRelation, related, relations } from '../server/consults/relations.ts';
import type { Consult, Prisma } from '../server/db/generated/client.ts';
import type { Actor } from '../server/edge/actor.ts';
import { CARDIOLOGY } from './cases.ts';
import { house, type TestHouse } from './support.ts';
import { type Ward, ward } from './ward.ts';

let h: TestHouse;
let w: Ward;
beforeAll(async () => {
  h = await house();
  w = await ward(h);
});
afterAll(() => h.close());

const STATUSES = ['requested', 'returned', 'accepted', 'inSession', 'signed', 'acknowledged', 'closed', 'expired'] as const;

/** Many consults between the two hospitals, with equal times and without clocks among them. */
const fill = async (count: number): Promise<void> => {
  const { id } = await w.sendStat();
  const { id: _, consent: __, opinionDraft: ___, limits, ...like } = await h.db.consult.findUniqueOrThrow({ where: { id } });
  const at = like.sentAt.getTime();
  const rows = Array.from({ length: count }, (_, n): Prisma.ConsultCreateManyInput => {
    const status = STATUSES[n % STATUSES.length]!;
    const over = status === 'closed' || status === 'expired';
    return {
      ...like,
      limits: limits as object,
      status,
      consultNo: `HZ2026${String(n).padStart(10, '0')}`,
      sentAt: new Date(at - 60_000 * Math.floor(n / 3)),
      consultantId: n % 2 ? w.first.id : null,
      clockDueAt: over || status === 'acknowledged' ? null : new Date(at + 60_000 * Math.floor(n / 5)),
      endedAt: over ? new Date(at) : null,
    };
  });
  await h.db.consult.createMany({ data: rows });
};

const readAll = async (page: (after?: string) => Promise<{ items: ConsultRow[]; next: string | null }>) => {
  const rows: ConsultRow[] = [];
  for (let next: string | null | undefined; next !== null; ) {
    const reply = await page(next);
    rows.push(...reply.items);
    next = reply.next;
  }
  return rows;
};

describe('lists', () => {
  beforeAll(() => fill(120));

  it.each(['open', 'mine', 'done'] as const)('give every consult of %s once, whatever the page size', async (box) => {
    const pages = [7, 100].map((limit) => readAll((after) => w.first.api.consults.list({ box, limit, after })));
    const [small, large] = await Promise.all(pages);
    expect(small!.map(({ id }) => id)).toEqual(large!.map(({ id }) => id));
    expect(new Set(small!.map(({ id }) => id)).size).toBe(small!.length);
    const over: Prisma.ConsultWhereInput = { status: { in: ['closed', 'expired'] } };
    const department = { toDepartmentId: CARDIOLOGY };
    const expected: Prisma.ConsultWhereInput = {
      open: { ...department, NOT: over },
      done: { ...department, ...over },
      mine: {
        OR: [
          { ...department, status: 'requested' },
          { consultantId: w.first.id, status: { in: ['accepted', 'inSession'] } },
        ],
      } as Prisma.ConsultWhereInput,
    }[box];
    expect(small).toHaveLength(await h.db.consult.count({ where: expected }));
    if (box === 'mine') expect(small!.every(({ mine }) => mine)).toBe(true);
  });

  it('are sorted by time left, those without a clock last; what is over by age', async () => {
    const open = await readAll((after) => w.doctor.api.consults.list({ box: 'open', after }));
    const due = (await h.db.consult.findMany({ where: { id: { in: open.map(({ id }) => id) } } })).map(
      (row) => [row.id, row.clockDueAt] as const,
    );
    const times = open.map(({ id }) => new Map(due).get(id)?.getTime() ?? Number.POSITIVE_INFINITY);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBe(Number.POSITIVE_INFINITY);
    const done = await readAll((after) => w.doctor.api.consults.list({ box: 'done', limit: 9, after }));
    const sent = done.map(({ sentAt }) => sentAt);
    expect(sent).toEqual([...sent].sort().reverse());
  });

  it('show nothing to strangers, and refuse a place that is not one', async () => {
    const stranger = await h.person('huzhou.specialist');
    for (const box of ['open', 'mine', 'done'] as const) {
      expect(await stranger.api.consults.list({ box })).toEqual({ items: [], next: null });
    }
    await expect(w.doctor.api.consults.list({ after: 'somewhere' })).rejects.toMatchObject({ reason: 'paging.after' });
  });
});

describe('relations', () => {
  it('are the same asked of one row and asked of the database', async () => {
    const departments = (await h.db.department.findMany({ take: 4, orderBy: { id: 'asc' } })).map(({ id, hospitalId }) => ({
      hospitalId,
      departmentId: id,
    }));
    const people = [w.doctor.id, w.first.id, w.second.id];
    const rows = await h.db.consult.findMany({ take: 60 });
    await h.db.$transaction(
      rows.map(({ id }, n) => {
        const [from, to] = [departments[n % 4]!, departments[(n >> 2) % 4]!];
        return h.db.consult.update({
          where: { id },
          data: {
            fromHospitalId: from.hospitalId,
            fromDepartmentId: from.departmentId,
            toHospitalId: to.hospitalId,
            toDepartmentId: to.departmentId,
            requesterId: people[n % 3]!,
            consultantId: n % 4 ? people[n % 3]! : null,
          },
        });
      }),
    );
    const all: Consult[] = await h.db.consult.findMany();
    const membership = fc.record({
      place: fc.constantFrom(...departments),
      inDepartment: fc.boolean(),
      roles: fc.subarray(['doctor', 'specialist', 'coordinator', 'admin', 'auditor'] as const),
    });
    const actors = fc.record({ id: fc.constantFrom(...people), posts: fc.array(membership, { maxLength: 3 }) });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(actors, async ({ id, posts }) => {
        const memberships = posts.map(({ place, inDepartment, roles }) => ({
          hospitalId: place.hospitalId,
          departmentId: inDepartment ? place.departmentId : null,
          roles,
        }));
        const actor: Actor = { kind: 'person', id, memberships };
        for (const name of ['requester', 'candidate', 'consultant', 'inviterDesk', 'inviteeDesk'] satisfies PersonRelation[]) {
          const stored = await h.db.consult.findMany({
            where: { consultNo: { startsWith: 'HZ' }, ...related(actor, [name]) },
            select: { id: true },
          });
          const inCode = all.filter((row) => relations(actor, row).has(name)).map((row) => row.id);
          expect(stored.map((row) => row.id).sort()).toEqual(inCode.sort());
          found += inCode.length;
        }
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
