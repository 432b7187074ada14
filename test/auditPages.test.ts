import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import type { AuditRow } from '../contract/audit.ts';
import { BESIDE, CLOCKWORK } from '../server/audit/kinds.ts';
import type { Person } from './person.ts';
import { house, type TestHouse } from './support.ts';
import { type Ward, ward } from './ward.ts';

type Row = z.infer<typeof AuditRow>;
type Question = Parameters<Person['api']['audit']['list']>[0];
let h: TestHouse;
let w: Ward;
let [auditor, partner, stranger, overseer] = [] as unknown as [Person, Person, Person, Person];
let consults: { id: string; consultNo: string }[];

const everything = async (of: Person, question: Question, limit = 100): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let after: string | undefined; ; ) {
    const page = await of.api.audit.list({ ...question, limit, ...(after && { after }) });
    rows.push(...page.items);
    if (!page.next) return rows;
    after = page.next;
  }
};
const tryToSignIn = (account: string) =>
  h.request.post('/api/auth/login').send({ account, password: 'not this one' }).expect(401);

/** All at one instant or two, as a busy minute is: only the id tells their order. */
beforeAll(async () => {
  h = await house();
  w = await ward(h);
  [auditor, partner] = [await h.person('leibo.auditor'), await h.person('xiangshan.auditor')];
  [stranger, overseer] = [await h.person('jinchuan.auditor'), await h.person('zhou.auditor')];
  consults = [await w.sendStat(), await w.sendUrgent()];
  for (const { id } of consults) {
    for (const person of [w.doctor, w.first, w.desk]) await person.api.consults.read({ id });
    await w.doctor.api.consults.list();
    await w.first.api.consults.ringing();
  }
  await w.first.api.consults.accept({ id: consults[0]!.id });
  h.clock.advance(1);
  await tryToSignIn('leibo.doctor');
  await tryToSignIn('nobody.at.all');
  await expect(auditor.api.consults.list()).rejects.toMatchObject({ reason: 'role' });
  await h.elapse(100_000);
}, 60_000);
afterAll(() => h.close());

it.each<[string, (row: Row) => boolean, () => Question]>([
  [
    'writes and opened records',
    ({ action, outcome }) => outcome === 'refused' || !BESIDE.includes(action),
    () => ({ reads: 'opening' }),
  ],
  [
    'one consult by its number',
    ({ subjectIds }) => subjectIds.includes(consults[0]!.id),
    () => ({ consultNo: consults[0]!.consultNo }),
  ],
  [
    'one person by account',
    ({ actor, action }) => actor.id === w.doctor.id && (actor.kind === 'person' || action === 'auth.login'),
    () => ({ actor: 'leibo.doctor' }),
  ],
  [
    'all of it at once',
    ({ subjectIds, actor, action }) =>
      subjectIds.includes(consults[0]!.id) && actor.id === w.doctor.id && !BESIDE.includes(action),
    () => ({ consultNo: consults[0]!.consultNo, actor: 'leibo.doctor', reads: 'opening', action: 'consults.' }),
  ],
])('finds exactly %s, each row once, however small the pages', async (_what, is, question) => {
  const expected = (await everything(auditor, {})).filter(is).map(({ id }) => id);
  expect(expected.length).toBeGreaterThan(1);
  for (const limit of [1, 3, 100]) {
    expect((await everything(auditor, question(), limit)).map(({ id }) => id)).toEqual(expected);
  }
});

it('has lists to leave out, and keeps what was refused', async () => {
  const names = (rows: Row[]) => new Set(rows.map(({ action }) => action));
  expect(names(await everything(auditor, {}))).toContain('consults.list');
  const shown = await everything(auditor, { reads: 'opening' });
  expect([...names(shown)]).toEqual(expect.arrayContaining(['consults.request', 'consults.read', 'consults.accept']));
  expect(names(shown)).not.toContain('consults.ringing');
  expect(shown.filter(({ action }) => action === 'consults.list').map(({ outcome }) => outcome)).toEqual(['refused']);
});

it('tells a person, the clock and somebody who had not signed in apart', async () => {
  const rows = await everything(auditor, {});
  const { name } = await w.doctor.api.auth.me();
  const [refused, ...more] = rows.filter(({ action, outcome }) => action === 'auth.login' && outcome === 'refused');
  expect(more).toEqual([]);
  expect(refused!.actor).toEqual({ kind: 'nobody', id: w.doctor.id, name });
  const clock = rows.filter(({ action }) => CLOCKWORK.has(action));
  expect(clock.map(({ action }) => action)).toContain('consults.ringAgain');
  for (const { actor } of clock) expect(actor).toEqual({ kind: 'clock', id: null, name: '' });
  for (const { actor, action } of rows) if (action === 'consults.read') expect(actor.kind).toBe('person');
});

it('numbers the consults of the auditor’s own hospitals, and finds nothing by the number of another', async () => {
  const [{ id, consultNo }] = consults as [{ id: string; consultNo: string }];
  for (const of of [auditor, partner, overseer]) {
    const rows = await everything(of, { consultNo });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.consults).toContainEqual({ id, consultNo });
  }
  expect(await everything(stranger, { consultNo })).toEqual([]);
  expect(await everything(auditor, { consultNo: 'HZ20200101000001' })).toEqual([]);
  await expect(auditor.api.audit.list({ consultNo: 'HZ1' })).rejects.toMatchObject({ code: 'invalid' });
});

it('names people of the auditor’s own hospitals only, by name or account', async () => {
  const accounts = async (of: Person, search: string) =>
    (await of.api.audit.people({ search })).items.map(({ account }) => account).sort();
  const { name } = await w.doctor.api.auth.me();
  expect(await accounts(auditor, name)).toContain('leibo.doctor');
  expect(await accounts(auditor, 'LEIBO.DOC')).toEqual(['leibo.doctor', 'leibo.doctor2']);
  expect(await accounts(auditor, 'xiangshan')).toEqual([]);
  expect(await accounts(overseer, 'xiangshan.auditor')).toEqual(['xiangshan.auditor']);
  expect(await everything(auditor, { actor: 'xiangshan.specialist' })).toEqual([]);
  expect((await everything(partner, { actor: 'xiangshan.specialist' })).length).toBeGreaterThan(0);
});
