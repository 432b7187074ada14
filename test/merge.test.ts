import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnownPatient } from '../contract/records.ts';
import type { Refusal } from '../contract/refusal.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { personsOf } from '../server/records/identities.ts';
import { keepPatient } from '../server/records/patients.ts';
import { OPINION } from './cases.ts';
import { NOWHERE, numbered, passport, type Stated, somebody } from './somebody.ts';
import { house, type TestHouse } from './support.ts';
import { type TwoWards, twoWards, ward } from './ward.ts';

let h: TestHouse;
let w: TwoWards;
beforeAll(async () => {
  h = await house();
  w = await twoWards(h);
});
afterAll(() => h.close());

const inLeibo = async (patient: Stated) => (await w.inLeibo(patient)).patient.id;
const inJinchuan = async (patient: Stated) => (await w.inJinchuan(patient)).patient.id;
const merge = (keepId: string, dropId: string) =>
  w.inviterDesk.api.patients.merge({ keepId, dropId, reason: '同一人，问过家属' });
const unmerge = (mergeId: string) => w.inviterDesk.api.patients.unmerge({ mergeId, reason: '合错了' });

/** Which records are of one person: sets of ids. */
const partition = async (): Promise<string[][]> => {
  const records = await h.db.patient.findMany({ orderBy: { id: 'asc' } });
  const persons = await personsOf(
    h.db,
    records.map(({ identityId }) => identityId),
  );
  const sets = Map.groupBy(records, ({ identityId }) => persons.get(identityId)!);
  expect(sets.has(undefined as never)).toBe(false);
  return [...sets.values()].map((set) => set.map(({ id }) => id)).sort();
};

describe('two records of one person', () => {
  it('are suggested to the desk of their hospital, put together, and taken apart exactly', async () => {
    const person = somebody({ phone: '15400077001' });
    const registered = await inLeibo({ ...person, idNumber: numbered('51343719700505101'), sex: 'male' });
    const restated = await inLeibo(person);
    const elsewhere = await inJinchuan(person);
    await inLeibo({ ...person, name: '不同的人' });
    const { items } = await w.inviterDesk.api.patients.duplicates({ id: registered });
    expect(items).toEqual([]);
    const twin = await inLeibo({ ...person, sex: 'male', phone: '15400077002' });
    const found = await w.inviterDesk.api.patients.duplicates({ id: twin });
    expect(found.items).toMatchObject([{ patient: { id: registered }, likeness: 'nameBirthSex', of: twin }]);
    const byPhone = await w.inviterDesk.api.patients.duplicates({ id: restated });
    expect(byPhone.items.map(({ patient }) => patient.id)).not.toContain(elsewhere);
    const before = await partition();
    const { mergeId } = await merge(registered, twin);
    expect(await partition()).toHaveLength(before.length - 1);
    const page = await w.inviterDesk.api.patients.read({ id: twin });
    expect(page.statements.map(({ patient }) => patient.id).sort()).toEqual([registered, twin].sort());
    expect(page.items).toHaveLength(2);
    expect(page).toMatchObject({
      coordinates: true,
      merges: [{ id: mergeId, reason: '同一人，问过家属', by: { id: w.inviterDesk.id } }],
    });
    expect(await w.desk.api.patients.read({ id: twin })).toMatchObject({ coordinates: false, merges: [] });
    await unmerge(mergeId);
    expect(await partition()).toEqual(before);
    await expect(unmerge(mergeId)).rejects.toMatchObject({ code: 'conflict', reason: 'merge.undone' });
  });

  it('by name and telephone, though the birth date was a slip', async () => {
    const person = somebody({ phone: '15400077003' });
    const [one, two] = [await inLeibo(person), await inLeibo({ ...person, birthDate: '1970-05-06' })];
    const { items } = await w.inviterDesk.api.patients.duplicates({ id: one });
    expect(items).toMatchObject([{ patient: { id: two }, likeness: 'phoneName', of: one }]);
  });

  it('are not put together against what they state, nor twice, nor by anybody else', async () => {
    const person = somebody();
    const [one, two] = [await inLeibo({ ...person, idNumber: numbered('51343719700505102') }), await inLeibo(person)];
    const [man, other] = [
      await inLeibo({ ...person, sex: 'male' }),
      await inLeibo({ ...person, idNumber: numbered('51343719700505104') }),
    ];
    const elsewhere = await inJinchuan(person);
    await expect(merge(one, man)).rejects.toMatchObject({ code: 'conflict', reason: 'merge.sex' });
    await expect(merge(one, other)).rejects.toMatchObject({ code: 'conflict', reason: 'merge.document' });
    await expect(merge(one, elsewhere)).rejects.toMatchObject(NOWHERE);
    await expect(merge(one, crypto.randomUUID())).rejects.toMatchObject(NOWHERE);
    const { mergeId } = await merge(one, two);
    await expect(merge(two, one)).rejects.toMatchObject({ code: 'conflict', reason: 'merge.same' });
    await expect(merge(two, other)).rejects.toMatchObject({ reason: 'merge.document' });
    await expect(w.desk.api.patients.merge({ keepId: one, dropId: two, reason: '…' })).rejects.toMatchObject(NOWHERE);
    await expect(w.desk.api.patients.unmerge({ mergeId, reason: '…' })).rejects.toMatchObject({ reason: 'merge' });
    await expect(w.doctor.api.patients.merge({ keepId: one, dropId: two, reason: '…' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('closes no ring when both ways are merged in one moment', async () => {
    const [one, two] = [await inLeibo(somebody()), await inLeibo(somebody())];
    const replies = await Promise.allSettled([merge(one, two), merge(two, one)]);
    expect(replies.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('leave what was signed as it was signed', async () => {
    const person = somebody();
    const { id, patient } = await w.sendUrgent({ patient: person });
    await w.first.api.consults.accept({ id });
    await w.join(w.first, id);
    await w.first.api.consults.sign({ id, opinion: OPINION });
    const before = await w.first.api.consults.read({ id });
    await merge(await inLeibo(person), patient.id);
    expect(await w.first.api.consults.read({ id })).toEqual(before);
  });
});

it('leaves rows in a chain that holds, which name who and which records', async () => {
  const sealing = await house({ started: true });
  const { sendUrgent, inviterDesk } = await ward(sealing);
  const record = async () => (await sendUrgent({ patient: somebody() })).patient.id;
  const [keepId, dropId] = [await record(), await record()];
  const { mergeId } = await inviterDesk.api.patients.merge({ keepId, dropId, reason: '同一人' });
  await inviterDesk.api.patients.unmerge({ mergeId, reason: '不是' });
  const ours = { subjectIds: { hasEvery: [keepId, dropId] } };
  await expect.poll(() => sealing.db.auditRow.count({ where: { ...ours, seq: { not: null } } }), { timeout: 15_000 }).toBe(2);
  const rows = await sealing.db.auditRow.findMany({ where: ours, orderBy: { seq: 'asc' } });
  expect(rows.map(({ action, actorId, outcome }) => [action, actorId, outcome])).toEqual([
    ['patients.merge', inviterDesk.id, 'done'],
    ['patients.unmerge', inviterDesk.id, 'done'],
  ]);
  const auditor = await sealing.person('leibo.auditor');
  expect(await auditor.api.audit.verify()).toMatchObject({ sound: true, breaks: [] });
  await sealing.close();
}, 60_000);

describe('any statements, merges and unmerges', () => {
  type Deed =
    | { verb: 'state'; hospital: 'leibo' | 'jinchuan'; who: number }
    | { verb: 'merge' | 'unmerge'; one: number; other: number };
  const statement = fc.record({
    verb: fc.constant('state' as const),
    hospital: fc.constantFrom('leibo', 'leibo', 'jinchuan'),
    who: fc.nat(7),
  });
  const change = fc.record({ verb: fc.constantFrom('merge', 'merge', 'unmerge'), one: fc.nat(50), other: fc.nat(50) });
  const story = fc
    .tuple(fc.array(statement, { minLength: 4, maxLength: 8 }), fc.array(fc.oneof(statement, change), { maxLength: 10 }))
    .map((parts) => parts.flat() as Deed[]);

  interface Told {
    run: number;
    records: string[];
    merges: string[];
  }

  /** The lower half of the people show a passport, the others nothing. */
  const state = async ({ run, records }: Told, { hospital, who }: Extract<Deed, { verb: 'state' }>) => {
    const input = KnownPatient.parse(somebody(who < 4 ? passport(`T${String(run * 10 + who).padStart(7, '0')}`) : {}));
    const id = await keepPatient({ db: h.db, cipher: h.app.cipher }, { hospitalId: hospitalId(hospital), input });
    if (hospital === 'leibo') records.push(id);
  };

  /** Resolves to null when they are one person already. */
  const tryMerge = (keepId: string, dropId: string): Promise<string | null> =>
    merge(keepId, dropId).then(
      ({ mergeId }) => mergeId,
      (error: Refusal) => (error.reason === 'merge.same' ? null : Promise.reject(error)),
    );

  let merged = 0;
  const mergeTwice = async ({ records, merges }: Told, one: number, other: number) => {
    const [keepId, dropId] = [records[one % records.length], records[other % records.length]];
    const before = await partition();
    const mergeId = keepId && dropId && keepId !== dropId && (await tryMerge(keepId, dropId));
    if (!mergeId) return;
    merged += 1;
    expect(await partition()).toHaveLength(before.length - 1);
    await unmerge(mergeId);
    expect(await partition()).toEqual(before);
    merges.push((await tryMerge(keepId, dropId))!);
  };

  const tell = async (told: Told, deed: Deed) => {
    if (deed.verb === 'state') await state(told, deed);
    else if (deed.verb === 'merge') await mergeTwice(told, deed.one, deed.other);
    else if (told.merges.length > 0) await unmerge(told.merges.splice(deed.one % told.merges.length, 1)[0]!);
  };

  it('leave every record in exactly one person, one document in one identity, and a merge undone is none', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(story, async (deeds) => {
        run += 1;
        h.clock.advance(60_000);
        const told: Told = { run, records: [], merges: [] };
        for (const deed of deeds) await tell(told, deed);
        const ids = (await partition()).flat();
        expect([ids.length, new Set(ids).size]).toEqual([await h.db.patient.count(), ids.length]);
        const shown = await h.db.patient.groupBy({
          by: ['documentIndex', 'identityId'],
          where: { documentIndex: { not: null } },
        });
        expect(new Set(shown.map(({ documentIndex }) => Buffer.from(documentIndex!).toString('hex'))).size).toBe(shown.length);
        for (const mergeId of told.merges) await unmerge(mergeId);
      }),
      { numRuns: 20 },
    );
    expect(merged).toBeGreaterThan(5);
    const pointers = await h.db.identity.count({ where: { mergedIntoId: { not: null } } });
    expect(pointers).toBe(await h.db.identityMerge.count({ where: { undoneAt: null } }));
  }, 60_000);
});
