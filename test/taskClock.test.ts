import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '../contract/tasks.ts';
import { asClock, fire } from '../server/edge/jobs.ts';
import { atOnce, outcomes } from './overlap.ts';
import { house, type TestHouse } from './support.ts';
import { HOUR, idsOf, LEIBO, type TaskWard, taskWard } from './taskWard.ts';

let h: TestHouse;
let w: TaskWard;
beforeAll(async () => {
  h = await house();
  w = await taskWard(h);
});
beforeEach(() => w.begin());
afterAll(() => h.close());

describe('the clock', () => {
  it('rings the owner’s desk once about what nobody has read, however often it strikes', async () => {
    const { id } = await w.open();
    const due = await w.deadline(id, 'escalate');
    expect(due.dueAt.getTime() - h.clock.now().getTime()).toBeLessThanOrEqual(12 * HOUR);
    h.clock.set(due.dueAt);
    await Promise.all([fire(h.app.house, due.id), fire(h.app.house, due.id), asClock(h.app.house, 'tasks.escalate', { id })]);
    await asClock(h.app.house, 'tasks.escalate', { id });
    expect(await w.rungAbout(id)).toMatchObject([{ deskId: LEIBO, status: 'ringing', sent: 1 }]);
    expect(idsOf(await w.inviterDesk.api.tasks.ringing())).toEqual([id]);
    expect(await w.desk.api.tasks.ringing()).toEqual({ items: [] });
    expect((await w.first.api.tasks.read({ id })).escalatedAt).not.toBeNull();
    await w.relief.api.tasks.markRead({ id });
    expect(await w.inviterDesk.api.tasks.ringing()).toEqual({ items: [] });
  });

  it('says nothing when it was read in time, however often that is said', async () => {
    const { id } = await w.open();
    const { readAt } = await w.doctor.api.tasks.markRead({ id });
    h.clock.advance(60_000);
    expect(await w.relief.api.tasks.markRead({ id })).toMatchObject({ readAt });
    await h.elapse(13 * HOUR);
    await asClock(h.app.house, 'tasks.escalate', { id });
    expect(await w.rungAbout(id)).toEqual([]);
    expect((await w.first.api.tasks.read({ id })).escalatedAt).toBeNull();
  });

  it('gives another owner new time, and rings about them too', async () => {
    const { id } = await w.open();
    await h.elapse(12 * HOUR);
    await w.inviterDesk.api.tasks.reassign({ id, personId: w.relief.id });
    expect(await w.inviterDesk.api.tasks.ringing()).toEqual({ items: [] });
    await asClock(h.app.house, 'tasks.escalate', { id });
    expect((await w.rungAbout(id)).map(({ status }) => status)).toEqual(['stopped']);
    await h.elapse(6 * HOUR + 1);
    expect((await w.rungAbout(id)).map(({ status }) => status)).toEqual(['stopped', 'ringing']);
  });

  it('rings once when the limit has passed, tells the opener, and falls silent when it is done', async () => {
    const { id } = await w.open();
    await w.doctor.api.tasks.markRead({ id });
    const line = await w.first.live();
    const heard = new Promise((told) => line.on('task.changed', told));
    const due = await w.deadline(id, 'overdue');
    await asClock(h.app.house, 'tasks.overdue', { id });
    expect(await w.rungAbout(id)).toEqual([]);
    h.clock.set(due.dueAt);
    await Promise.all([fire(h.app.house, due.id), fire(h.app.house, due.id)]);
    expect(await heard).toEqual({ id, status: 'open' });
    expect(await w.rungAbout(id)).toMatchObject([{ deskId: LEIBO, status: 'ringing', sent: 1 }]);
    expect(await w.doctor.api.tasks.finish({ id })).toMatchObject({ status: 'done', can: [] });
    expect(await w.rungAbout(id)).toMatchObject([{ status: 'stopped' }]);
  });

  it('does not make a person’s deed fail that meets it', async () => {
    const { id } = await w.open();
    const due = await w.deadline(id, 'escalate');
    h.clock.set(due.dueAt);
    const replies = await atOnce<unknown>(h, { table: 'task', id }, [
      () => fire(h.app.house, due.id),
      () => w.doctor.api.tasks.finish({ id }),
    ]);
    expect(outcomes(replies)).toEqual(['ok', 'ok']);
    expect((await w.rungAbout(id)).filter(({ status }) => status === 'ringing')).toEqual([]);
  });

  it('rings a desk that owes something itself', async () => {
    const { id } = await w.open({ owner: { hospitalId: LEIBO, role: 'coordinator' } });
    expect((await w.inviterDesk.api.tasks.read({ id })).mine).toBe(true);
    await h.elapse(12 * HOUR + 1);
    expect(idsOf(await w.inviterDesk.api.tasks.ringing())).toEqual([id]);
  });
});

describe('lists', () => {
  const fill = async (count: number): Promise<void> => {
    const { id: _, ...like } = await h.db.task.findUniqueOrThrow({ where: { id: (await w.open()).id } });
    const at = like.dueAt.getTime();
    const data = Array.from({ length: count }, (__, n) => ({
      ...like,
      title: `第 ${n} 项`,
      dueAt: new Date(at + 60_000 * Math.floor(n / 3)),
      ...(n % 4 === 3 && { status: 'done' as const, endedAt: new Date(at - 60_000 * Math.floor(n / 5)), endedById: w.doctor.id }),
    }));
    await h.db.task.createMany({ data });
  };

  const readAll = async (
    box: 'mine' | 'opened' | 'done',
    { limit, between }: { limit: number; between?: () => Promise<unknown> },
  ) => {
    const rows: Task[] = [];
    for (let after: string | undefined, next: string | null = ''; next !== null; after = next ?? undefined) {
      const page: { items: Task[]; next: string | null } = await w.doctor.api.tasks.list({ box, limit, after });
      rows.push(...page.items);
      next = page.next;
      await between?.();
    }
    return rows;
  };

  it.each(['mine', 'done'] as const)('give each of %s once in its order, also while others arrive', async (box) => {
    await fill(60);
    const before = (await readAll(box, { limit: 100 })).map(({ id }) => id);
    const arrives = () => w.open({ dueAt: w.inHours(1) });
    const paged = (await readAll(box, { limit: 7, between: arrives })).map(({ id }) => id);
    expect(paged).toEqual(before);
    const times = (await readAll(box, { limit: 50 })).map(({ dueAt, endedAt }) => Date.parse(box === 'mine' ? dueAt : endedAt!));
    expect(times).toEqual(times.toSorted((a, b) => (box === 'mine' ? a - b : b - a)));
  });

  it('of a thousand are quick', async () => {
    await fill(1_000);
    const began = performance.now();
    expect((await w.doctor.api.tasks.list({ box: 'mine', limit: 100 })).items).toHaveLength(100);
    expect((await w.first.api.tasks.list({ box: 'opened', limit: 100 })).items).toHaveLength(100);
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});
