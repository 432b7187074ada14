import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Task, type TaskStatus, TaskVerb, taskSteps } from '../contract/tasks.ts';
import { departmentId } from '../prisma/seed/departments.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { asClock, fire } from '../server/edge/jobs.ts';
import { CARDIOLOGY } from './cases.ts';
import { atOnce, outcomes } from './overlap.ts';
import type { Person } from './person.ts';
import { house, type TestHouse } from './support.ts';
import { type Ward, ward } from './ward.ts';

const HOUR = 3_600_000;
const LEIBO = hospitalId('leibo');
const XIANGSHAN = hospitalId('xiangshan');

let h: TestHouse;
let w: Ward;
/** The consult that the tasks are about, answered. */
let consultId: string;
beforeAll(async () => {
  h = await house();
  w = await ward(h);
});
beforeEach(async () => {
  await w.quiet();
  await h.db.task.deleteMany();
  consultId = (await w.inSession()).id;
});
afterAll(() => h.close());

const refused = (reason: string) => expect.objectContaining({ reason }) as unknown;
const inHours = (hours: number) => new Date(h.clock.now().getTime() + hours * HOUR).toISOString();

/** The specialist asks the doctors of the department that asked. */
const open = (more: Partial<Parameters<Person['api']['tasks']['open']>[0]> = {}, by = w.first): Promise<Task> =>
  by.api.tasks.open({
    kind: 'followUp',
    subject: { kind: 'consult', id: consultId },
    title: '复查肌钙蛋白',
    owner: { hospitalId: LEIBO, departmentId: doctorsDepartment, role: 'doctor' },
    dueAt: inHours(24),
    ...more,
  });
let doctorsDepartment: string;
beforeAll(async () => {
  const { memberships } = await w.doctor.api.auth.me();
  doctorsDepartment = memberships[0]!.department!.id;
});
const toDesk = () => open({ owner: { hospitalId: LEIBO, role: 'coordinator' } });
const rungAbout = (subjectId: string) =>
  h.db.page.findMany({ where: { subjectKind: 'task', subjectId }, orderBy: { id: 'asc' } });
const deadline = (subjectId: string, action: string) =>
  h.db.deadline.findFirstOrThrow({ where: { subjectId, action: `tasks.${action}`, settledAt: null } });
const idsOf = ({ items }: { items: Task[] }) => items.map(({ id }) => id);

describe('every step of the machine', () => {
  const deeds: Record<TaskVerb, (id: string) => Promise<unknown>> = {
    finish: (id) => w.doctor.api.tasks.finish({ id, note: '0.02，阴性' }),
    decline: (id) => w.doctor.api.tasks.decline({ id, reason: '患者已转院' }),
    reassign: (id) => w.inviterDesk.api.tasks.reassign({ id, personId: w.relief.id }),
    withdraw: (id) => w.second.api.tasks.withdraw({ id, reason: '不需要了' }),
    escalate: async (id) => {
      h.clock.set((await deadline(id, 'escalate')).dueAt);
      await fire(h.app.house, (await deadline(id, 'escalate')).id);
    },
    overdue: async (id) => {
      h.clock.set((await deadline(id, 'overdue')).dueAt);
      await fire(h.app.house, (await deadline(id, 'overdue')).id);
    },
  };
  const reach: Record<TaskStatus, () => Promise<string>> = {
    open: async () => (await open()).id,
    done: async () => (await w.doctor.api.tasks.finish({ id: await reach.open() })).id,
    declined: async () => (await w.doctor.api.tasks.decline({ id: await reach.open(), reason: '无试剂' })).id,
    withdrawn: async () => (await w.first.api.tasks.withdraw({ id: await reach.open(), reason: '误发' })).id,
  };
  const ways = taskSteps.flatMap(({ verb, from, to }) => from.map((state) => ({ verb, from: state, to })));

  it('names every verb', () => expect(new Set(taskSteps.map(({ verb }) => verb))).toEqual(new Set(TaskVerb.options)));

  it.each(ways)('$verb leads from $from to $to', async ({ verb, from, to }) => {
    const id = await reach[from]();
    await deeds[verb](id);
    const row = await h.db.task.findUniqueOrThrow({ where: { id } });
    expect(row.status).toBe(to);
    expect(row.endedAt !== null).toBe(to !== 'open');
    if (to !== 'open') expect(await h.db.deadline.count({ where: { subjectId: id, settledAt: null } })).toBe(0);
  });

  it.each(['done', 'declined', 'withdrawn'] as const)('leads nowhere from %s', async (state) => {
    const id = await reach[state]();
    for (const verb of ['finish', 'decline', 'reassign', 'withdraw'] as const)
      await expect(deeds[verb](id), verb).rejects.toEqual(refused(`${verb}.notNow`));
    for (const job of ['tasks.escalate', 'tasks.overdue']) {
      h.clock.advance(48 * HOUR);
      await asClock(h.app.house, job, { id });
    }
    expect(await h.db.task.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: state, escalatedAt: null });
    expect(await rungAbout(id)).toEqual([]);
  });
});

describe('opening', () => {
  it('goes both ways and shows each side what is theirs', async () => {
    const asked = await open();
    expect(asked).toMatchObject({ status: 'open', mine: false, can: ['withdraw'], readAt: null, note: null });
    const cardiology = { hospitalId: XIANGSHAN, departmentId: CARDIOLOGY, role: 'specialist' } as const;
    const back = await open({ title: '补签意见', detail: '写明随访时间', owner: cardiology }, w.doctor);
    const { consultNo } = await w.doctor.api.consults.read({ id: consultId });
    expect(back).toMatchObject({ subject: { no: consultNo }, owner: { hospital: { id: XIANGSHAN }, person: null } });
    for (const [person, mine, opened] of [
      [w.doctor, asked, back],
      [w.relief, asked, back],
      [w.first, back, asked],
      [w.second, back, asked],
    ] as const) {
      expect(idsOf(await person.api.tasks.list({ box: 'mine' }))).toEqual([mine.id]);
      expect(idsOf(await person.api.tasks.list({ box: 'opened' }))).toEqual([opened.id]);
      expect((await person.api.tasks.read({ id: mine.id })).can).toEqual(['finish', 'decline', 'reassign']);
    }
    expect(idsOf(await w.inviterDesk.api.tasks.list({ box: 'desk' }))).toEqual([asked.id]);
    expect(idsOf(await w.inviterDesk.api.tasks.list({ box: 'mine' }))).toEqual([]);
  });

  it('tells both sides, and lists by case', async () => {
    const line = await w.doctor.live();
    const heard: unknown[] = [];
    line.on('task.changed', (change) => void heard.push(change));
    const { id } = await open();
    await w.doctor.api.tasks.finish({ id });
    await expect
      .poll(() => heard)
      .toEqual([
        { id, status: 'open' },
        { id, status: 'done' },
      ]);
    expect(idsOf(await w.first.api.tasks.list({ box: 'all', subjectId: consultId }))).toEqual([id]);
    expect(idsOf(await w.first.api.tasks.list({ box: 'all', subjectId: crypto.randomUUID() }))).toEqual([]);
  });

  it('is refused to strangers, for strangers, without time, and before anybody has answered', async () => {
    const stranger = await h.person('huzhou.specialist');
    await expect(open({}, stranger)).rejects.toEqual(refused('consult'));
    await expect(open({ owner: { hospitalId: hospitalId('huzhou'), role: 'specialist' } })).rejects.toEqual(refused('task.desk'));
    await expect(open({ owner: { hospitalId: LEIBO, role: 'specialist' } })).rejects.toEqual(refused('task.desk'));
    const foreign = { hospitalId: LEIBO, departmentId: departmentId('xiangshan', '03.04'), role: 'doctor' } as const;
    await expect(open({ owner: foreign })).rejects.toEqual(refused('task.desk'));
    await expect(open({ dueAt: inHours(-1) })).rejects.toEqual(refused('task.due'));
    const { id } = await w.sendUrgent();
    await expect(open({ subject: { kind: 'consult', id } }, w.doctor)).rejects.toEqual(refused('openTask.notNow'));
    expect(await h.db.task.count()).toBe(0);
  });

  it('does not exist for strangers, whatever they ask', async () => {
    const { id } = await open();
    for (const account of ['huzhou.specialist', 'jinchuan.doctor', 'jinjiang.center']) {
      const { api } = await h.person(account);
      const asks = [
        () => api.tasks.read({ id }),
        () => api.tasks.candidates({ id }),
        () => api.tasks.markRead({ id }),
        () => api.tasks.finish({ id }),
        () => api.tasks.decline({ id, reason: 'x' }),
        () => api.tasks.reassign({ id, personId: null }),
        () => api.tasks.withdraw({ id, reason: 'x' }),
      ];
      for (const ask of asks) await expect(ask()).rejects.toMatchObject({ code: 'notFound', reason: 'task' });
      for (const box of ['mine', 'desk', 'opened', 'done', 'all'] as const)
        expect(await api.tasks.list({ box })).toEqual({ items: [], next: null });
    }
  });
});

describe('rights', () => {
  it('are those of the relation', async () => {
    const { id } = await open();
    await expect(w.first.api.tasks.finish({ id })).rejects.toEqual(refused('finish.notYours'));
    await expect(w.first.api.tasks.markRead({ id })).rejects.toEqual(refused('markRead.notYours'));
    await expect(w.first.api.tasks.candidates({ id })).rejects.toEqual(refused('reassign.notYours'));
    await expect(w.doctor.api.tasks.withdraw({ id, reason: 'x' })).rejects.toEqual(refused('withdraw.notYours'));
    await expect(w.inviterDesk.api.tasks.finish({ id })).rejects.toEqual(refused('finish.notYours'));
    await expect(w.doctor.api.tasks.decline({ id, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    expect((await w.desk.api.tasks.read({ id })).can).toEqual(['withdraw']);
  });

  it('move with the task: a named person has it alone, a coordinator may take it over, and it may go back', async () => {
    const { id } = await open();
    const { items } = await w.inviterDesk.api.tasks.candidates({ id });
    expect(items.map((person) => person.id)).toEqual(expect.arrayContaining([w.doctor.id, w.relief.id, w.inviterDesk.id]));
    expect(items.map((person) => person.id)).not.toContain(w.first.id);
    await expect(w.inviterDesk.api.tasks.reassign({ id, personId: w.first.id })).rejects.toEqual(refused('task.person'));

    await w.doctor.api.tasks.markRead({ id });
    const given = await w.inviterDesk.api.tasks.reassign({ id, personId: w.relief.id });
    expect(given).toMatchObject({ status: 'open', readAt: null, owner: { person: { id: w.relief.id } } });
    await expect(w.doctor.api.tasks.finish({ id })).rejects.toMatchObject({ code: 'notFound' });
    expect((await w.relief.api.tasks.read({ id })).mine).toBe(true);

    const taken = await w.inviterDesk.api.tasks.reassign({ id, personId: w.inviterDesk.id });
    expect(taken).toMatchObject({ mine: true, readAt: expect.any(String) as string });
    await w.inviterDesk.api.tasks.reassign({ id, personId: null });
    expect(await w.doctor.api.tasks.finish({ id })).toMatchObject({ status: 'done', endedBy: { id: w.doctor.id } });
  });

  it('let one of two win who act at once, and nothing is lost', async () => {
    const { id } = await open();
    const replies = await atOnce(h, { table: 'task', id }, [
      () => w.doctor.api.tasks.finish({ id, note: '阴性' }),
      () => w.relief.api.tasks.finish({ id, note: '阳性' }),
    ]);
    expect(outcomes(replies)).toEqual(['ok', 'task.moved']);
    const won = replies[0]!.status === 'fulfilled' ? w.doctor : w.relief;
    const row = await h.db.task.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ status: 'done', version: 2, endedById: won.id, note: won === w.doctor ? '阴性' : '阳性' });
  });

  it('are the feature’s when the case has lost its purpose', async () => {
    const [{ id }, done] = [await open(), await open()];
    await w.doctor.api.tasks.finish({ id: done.id });
    await w.doctor.api.consults.cancel({ id: consultId, note: '家属要求' });
    expect(await w.first.api.tasks.read({ id })).toMatchObject({ status: 'withdrawn', can: [] });
    expect(await w.first.api.tasks.read({ id: done.id })).toMatchObject({ status: 'done' });
  });
});

describe('the clock', () => {
  it('rings the owner’s desk once about what nobody has read, however often it strikes', async () => {
    const { id } = await open();
    const due = await deadline(id, 'escalate');
    expect(due.dueAt.getTime() - h.clock.now().getTime()).toBeLessThanOrEqual(12 * HOUR);
    h.clock.set(due.dueAt);
    await Promise.all([fire(h.app.house, due.id), fire(h.app.house, due.id), asClock(h.app.house, 'tasks.escalate', { id })]);
    await asClock(h.app.house, 'tasks.escalate', { id });
    expect(await rungAbout(id)).toMatchObject([{ deskId: LEIBO, status: 'ringing', sent: 1 }]);
    expect(idsOf(await w.inviterDesk.api.tasks.ringing())).toEqual([id]);
    expect(await w.desk.api.tasks.ringing()).toEqual({ items: [] });
    expect((await w.first.api.tasks.read({ id })).escalatedAt).not.toBeNull();
    await w.relief.api.tasks.markRead({ id });
    expect(await w.inviterDesk.api.tasks.ringing()).toEqual({ items: [] });
  });

  it('says nothing when it was read in time, however often that is said', async () => {
    const { id } = await open();
    const { readAt } = await w.doctor.api.tasks.markRead({ id });
    h.clock.advance(60_000);
    expect(await w.relief.api.tasks.markRead({ id })).toMatchObject({ readAt });
    await h.elapse(13 * HOUR);
    await asClock(h.app.house, 'tasks.escalate', { id });
    expect(await rungAbout(id)).toEqual([]);
    expect((await w.first.api.tasks.read({ id })).escalatedAt).toBeNull();
  });

  it('gives another owner new time, and rings about them too', async () => {
    const { id } = await open();
    await h.elapse(12 * HOUR);
    await w.inviterDesk.api.tasks.reassign({ id, personId: w.relief.id });
    expect(await w.inviterDesk.api.tasks.ringing()).toEqual({ items: [] });
    await asClock(h.app.house, 'tasks.escalate', { id });
    expect((await rungAbout(id)).map(({ status }) => status)).toEqual(['stopped']);
    await h.elapse(6 * HOUR + 1);
    expect((await rungAbout(id)).map(({ status }) => status)).toEqual(['stopped', 'ringing']);
  });

  it('rings once when the limit has passed, tells the opener, and falls silent when it is done', async () => {
    const { id } = await open();
    await w.doctor.api.tasks.markRead({ id });
    const line = await w.first.live();
    const heard = new Promise((told) => line.on('task.changed', told));
    const due = await deadline(id, 'overdue');
    await asClock(h.app.house, 'tasks.overdue', { id });
    expect(await rungAbout(id)).toEqual([]);
    h.clock.set(due.dueAt);
    await Promise.all([fire(h.app.house, due.id), fire(h.app.house, due.id)]);
    expect(await heard).toEqual({ id, status: 'open' });
    expect(await rungAbout(id)).toMatchObject([{ deskId: LEIBO, status: 'ringing', sent: 1 }]);
    expect(await w.doctor.api.tasks.finish({ id })).toMatchObject({ status: 'done', can: [] });
    expect(await rungAbout(id)).toMatchObject([{ status: 'stopped' }]);
  });

  it('does not make a person’s deed fail that meets it', async () => {
    const { id } = await open();
    const due = await deadline(id, 'escalate');
    h.clock.set(due.dueAt);
    const replies = await atOnce<unknown>(h, { table: 'task', id }, [
      () => fire(h.app.house, due.id),
      () => w.doctor.api.tasks.finish({ id }),
    ]);
    expect(outcomes(replies)).toEqual(['ok', 'ok']);
    expect((await rungAbout(id)).filter(({ status }) => status === 'ringing')).toEqual([]);
  });

  it('rings a desk that owes something itself', async () => {
    const { id } = await toDesk();
    expect((await w.inviterDesk.api.tasks.read({ id })).mine).toBe(true);
    await h.elapse(12 * HOUR + 1);
    expect(idsOf(await w.inviterDesk.api.tasks.ringing())).toEqual([id]);
  });
});

describe('lists', () => {
  const fill = async (count: number): Promise<void> => {
    const { id: _, ...like } = await h.db.task.findUniqueOrThrow({ where: { id: (await open()).id } });
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
    const arrives = () => open({ dueAt: inHours(1) });
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
