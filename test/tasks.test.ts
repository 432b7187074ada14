import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TaskStatus, TaskVerb, taskSteps } from '../contract/tasks.ts';
import { departmentId } from '../prisma/seed/departments.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { asClock, fire } from '../server/edge/jobs.ts';
import { CARDIOLOGY } from './cases.ts';
import { atOnce, outcomes } from './overlap.ts';
import { house, type TestHouse } from './support.ts';
import { HOUR, idsOf, LEIBO, type TaskWard, taskWard, XIANGSHAN } from './taskWard.ts';

let h: TestHouse;
let w: TaskWard;
beforeAll(async () => {
  h = await house();
  w = await taskWard(h);
});
beforeEach(() => w.begin());
afterAll(() => h.close());

const refused = (reason: string) => expect.objectContaining({ reason }) as unknown;

describe('every step of the machine', () => {
  const deeds: Record<TaskVerb, (id: string) => Promise<unknown>> = {
    finish: (id) => w.doctor.api.tasks.finish({ id, note: '0.02，阴性' }),
    decline: (id) => w.doctor.api.tasks.decline({ id, reason: '患者已转院' }),
    reassign: (id) => w.inviterDesk.api.tasks.reassign({ id, personId: w.relief.id }),
    withdraw: (id) => w.second.api.tasks.withdraw({ id, reason: '不需要了' }),
    escalate: async (id) => {
      h.clock.set((await w.deadline(id, 'escalate')).dueAt);
      await fire(h.app.house, (await w.deadline(id, 'escalate')).id);
    },
    overdue: async (id) => {
      h.clock.set((await w.deadline(id, 'overdue')).dueAt);
      await fire(h.app.house, (await w.deadline(id, 'overdue')).id);
    },
  };
  const reach: Record<TaskStatus, () => Promise<string>> = {
    open: async () => (await w.open()).id,
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
    expect(await w.rungAbout(id)).toEqual([]);
  });
});

describe('opening', () => {
  it('goes both ways and shows each side what is theirs', async () => {
    const asked = await w.open();
    expect(asked).toMatchObject({ status: 'open', mine: false, can: ['withdraw'], readAt: null, note: null });
    const cardiology = { hospitalId: XIANGSHAN, departmentId: CARDIOLOGY, role: 'specialist' } as const;
    const back = await w.open({ title: '补签意见', detail: '写明随访时间', owner: cardiology }, w.doctor);
    const { consultNo } = await w.doctor.api.consults.read({ id: w.consultId });
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
    const { id } = await w.open();
    await w.doctor.api.tasks.finish({ id });
    await expect
      .poll(() => heard)
      .toEqual([
        { id, status: 'open' },
        { id, status: 'done' },
      ]);
    expect(idsOf(await w.first.api.tasks.list({ box: 'all', subjectId: w.consultId }))).toEqual([id]);
    expect(idsOf(await w.first.api.tasks.list({ box: 'all', subjectId: crypto.randomUUID() }))).toEqual([]);
  });

  it('is refused to strangers, for strangers, without time, and before anybody has answered', async () => {
    const stranger = await h.person('huzhou.specialist');
    await expect(w.open({}, stranger)).rejects.toEqual(refused('consult'));
    await expect(w.open({ owner: { hospitalId: hospitalId('huzhou'), role: 'specialist' } })).rejects.toEqual(
      refused('task.desk'),
    );
    await expect(w.open({ owner: { hospitalId: LEIBO, role: 'specialist' } })).rejects.toEqual(refused('task.desk'));
    const foreign = { hospitalId: LEIBO, departmentId: departmentId('xiangshan', '03.04'), role: 'doctor' } as const;
    await expect(w.open({ owner: foreign })).rejects.toEqual(refused('task.desk'));
    await expect(w.open({ dueAt: w.inHours(-1) })).rejects.toEqual(refused('task.due'));
    const { id } = await w.sendUrgent();
    await expect(w.open({ subject: { kind: 'consult', id } }, w.doctor)).rejects.toEqual(refused('openTask.notNow'));
    expect(await h.db.task.count()).toBe(0);
  });

  it('does not exist for strangers, whatever they ask', async () => {
    const { id } = await w.open();
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
    const { id } = await w.open();
    await expect(w.first.api.tasks.finish({ id })).rejects.toEqual(refused('finish.notYours'));
    await expect(w.first.api.tasks.markRead({ id })).rejects.toEqual(refused('markRead.notYours'));
    await expect(w.first.api.tasks.candidates({ id })).rejects.toEqual(refused('reassign.notYours'));
    await expect(w.doctor.api.tasks.withdraw({ id, reason: 'x' })).rejects.toEqual(refused('withdraw.notYours'));
    await expect(w.inviterDesk.api.tasks.finish({ id })).rejects.toEqual(refused('finish.notYours'));
    await expect(w.doctor.api.tasks.decline({ id, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    expect((await w.desk.api.tasks.read({ id })).can).toEqual(['withdraw']);
  });

  it('move with the task: a named person has it alone, a coordinator may take it over, and it may go back', async () => {
    const { id } = await w.open();
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
    const { id } = await w.open();
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
    const [{ id }, done] = [await w.open(), await w.open()];
    await w.doctor.api.tasks.finish({ id: done.id });
    await w.doctor.api.consults.cancel({ id: w.consultId, note: '家属要求' });
    expect(await w.first.api.tasks.read({ id })).toMatchObject({ status: 'withdrawn', can: [] });
    expect(await w.first.api.tasks.read({ id: done.id })).toMatchObject({ status: 'done' });
  });
});
