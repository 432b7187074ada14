import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Content, check, type Sealed, START, seal } from '../server/audit/chain.ts';
import { openSealer, type Sealer } from '../server/audit/sealer.ts';
import { createLog } from '../server/log.ts';
import { house, type TestHouse } from './support.ts';

describe('the chain', () => {
  const content: fc.Arbitrary<Content> = fc.record({
    id: fc.uuid(),
    at: fc.date({ noInvalidDate: true }),
    actorId: fc.option(fc.uuid()),
    action: fc.constantFrom('consults.read', 'consults.sign'),
    outcome: fc.constantFrom('done', 'refused'),
    reason: fc.option(fc.string()),
    hospitalIds: fc.array(fc.uuid(), { maxLength: 2 }),
    subjectKind: fc.option(fc.constantFrom('consult', 'person')),
    subjectIds: fc.array(fc.uuid(), { maxLength: 3 }),
    requestId: fc.uuid(),
  });
  const chain = fc
    .uniqueArray(content, { minLength: 2, maxLength: 30, selector: ({ id }) => id })
    .map((rows) => seal(START, rows));

  /** What somebody with the database in their hands might do; each leaves at least one thing different. */
  const tampering = {
    remove: (rows: Sealed[], at: number) => rows.toSpliced(at, 1),
    renumber: (rows: Sealed[], at: number) => rows.toSpliced(at, 1).map((row, place) => ({ ...row, seq: BigInt(place + 1) })),
    change: (rows: Sealed[], at: number) => rows.with(at, { ...rows[at]!, action: 'consults.other' }),
    blame: (rows: Sealed[], at: number) => rows.with(at, { ...rows[at]!, actorId: crypto.randomUUID() }),
    rehash: (rows: Sealed[], at: number) => {
      const forged = seal({ seq: rows[at]!.seq - 1n, hash: rows[at]!.prevHash }, [{ ...rows[at]!, action: 'consults.other' }]);
      return rows.with(at, forged[0]!);
    },
    swap: (rows: Sealed[], at: number) => {
      const [a, b] = [rows[at]!, rows[at + 1]!];
      return rows.with(at, { ...b, seq: a.seq }).with(at + 1, { ...a, seq: b.seq });
    },
    invent: (rows: Sealed[], at: number) =>
      rows.toSpliced(at, 0, { ...rows[at]!, id: crypto.randomUUID() }).map((row, place) => ({ ...row, seq: BigInt(place + 1) })),
  };

  it('is sound as it was sealed, however it is cut into pages', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (rows, cut) => {
        const first = check(START, rows.slice(0, cut % rows.length));
        const rest = check(first.head, rows.slice(cut % rows.length));
        expect([...first.breaks, ...rest.breaks]).toEqual([]);
        expect(rest.head).toEqual({ seq: rows.at(-1)!.seq, hash: rows.at(-1)!.hash });
      }),
    );
  });

  it.each(Object.entries(tampering))('shows that somebody did this anywhere but at its end: %s', (_name, tamper) => {
    fc.assert(
      fc.property(chain, fc.nat(), (rows, place) => {
        const tampered = tamper(rows, place % (rows.length - 1));
        expect(check(START, tampered).breaks).not.toEqual([]);
      }),
    );
  });
});

describe('the audit log', () => {
  let h: TestHouse;
  let sealer: Sealer;
  const anchor = () => join(h.dataDir, 'audit-head.json');
  /** As a database administrator would, past the triggers. */
  const tamper = (sql: string) =>
    h.db.$transaction([
      h.db.$executeRawUnsafe('ALTER TABLE audit_row DISABLE TRIGGER USER'),
      h.db.$executeRawUnsafe(sql),
      h.db.$executeRawUnsafe('ALTER TABLE audit_row ENABLE TRIGGER USER'),
    ]);
  const kinds = async () => (await sealer.verify()).breaks.map(({ kind }) => kind);

  beforeEach(async () => {
    h = await house();
    sealer = openSealer({ db: h.db, key: h.keys.audit, anchor: anchor(), log: createLog('silent') });
    const person = await h.person('leibo.doctor');
    for (const availability of ['operating', 'away', 'free'] as const) await person.api.auth.updateMe({ availability });
  });
  afterEach(() => h.close());

  it('seals what was written, verifies it, and goes on from there', async () => {
    const auditor = await h.person('leibo.auditor');
    const first = await auditor.api.audit.verify();
    expect(first).toMatchObject({ sound: true, breaks: [] });
    expect(first.checked).toBeGreaterThanOrEqual(5);
    const second = await auditor.api.audit.verify();
    expect(second.checked).toBe(first.checked + 1);
    expect(second.head).not.toBe(first.head);
  });

  it('takes no change, no removal and no second sealing through the application', async () => {
    await sealer.verify();
    for (const sql of [
      `UPDATE audit_row SET action = 'x'`,
      'UPDATE audit_row SET seq = seq + 1000',
      'DELETE FROM audit_row',
      'TRUNCATE audit_row',
      `UPDATE audit_row SET seq = NULL, hash = NULL`,
    ]) {
      await expect(h.db.$executeRawUnsafe(sql)).rejects.toThrow('append only');
    }
    expect(await kinds()).toEqual([]);
  });

  it('finds a changed row', async () => {
    await sealer.verify();
    await tamper(`UPDATE audit_row SET action = 'consults.read' WHERE seq = 2`);
    expect(await sealer.verify()).toMatchObject({ breaks: [{ seq: 2, kind: 'changed' }] });
  });

  it('finds a removed row', async () => {
    await sealer.verify();
    await tamper('DELETE FROM audit_row WHERE seq = 3');
    expect(await sealer.verify()).toMatchObject({ breaks: [{ seq: 3, kind: 'missing' }] });
  });

  it('finds two rows that changed places', async () => {
    await sealer.verify();
    await tamper('UPDATE audit_row SET seq = -seq WHERE seq IN (2, 3); ');
    await tamper('UPDATE audit_row SET seq = CASE seq WHEN -2 THEN 3 ELSE 2 END WHERE seq IN (-2, -3)');
    expect(await kinds()).toContain('reordered');
  });

  it('finds rows cut off the end, and does not forget it when the log goes on', async () => {
    const { checked } = await sealer.verify();
    await tamper(`DELETE FROM audit_row WHERE seq > ${checked - 2}`);
    expect(await sealer.verify()).toMatchObject({ breaks: [{ seq: checked - 1, kind: 'truncated' }] });
    const person = await h.person('leibo.doctor');
    for (let n = 0; n < 4; n++) await person.api.auth.updateMe({ locale: 'en' });
    expect(await kinds()).not.toEqual([]);
  });

  it('finds a chain that was made anew, and an anchor that was forged', async () => {
    await sealer.verify();
    await tamper(`UPDATE audit_row SET reason = 'forged' WHERE seq = 1`);
    await tamper('UPDATE audit_row SET seq = NULL, prev_hash = NULL, hash = NULL');
    expect(await kinds()).toEqual(['changed']);
    const kept = readFileSync(anchor(), 'utf8');
    writeFileSync(anchor(), kept.replace(/"seq":"\d+"/, '"seq":"1"'));
    expect(await kinds()).toEqual(['changed']);
    expect(readFileSync(anchor(), 'utf8')).not.toBe(kept);
  });

  it('is sealed by itself while people write, by several servers at once, and keeps nobody waiting', async () => {
    const other = openSealer({ db: h.db, key: h.keys.audit, anchor: join(h.dataDir, 'other.json'), log: createLog('silent') });
    const person = await h.person('leibo.doctor');
    const work = Array.from({ length: 60 }, async (_, n) => {
      await person.api.auth.updateMe({ locale: n % 2 ? 'en' : 'zh-CN' });
      if (n % 10 === 0) await Promise.all([sealer.verify(), other.verify()]);
    });
    await Promise.all(work);
    expect(await sealer.verify()).toMatchObject({ checked: await h.db.auditRow.count(), breaks: [] });
    expect((await other.verify()).breaks).toEqual([]);
  });

  it('is read by the auditors of the hospitals concerned, page by page, and by the overseer', async () => {
    const [auditor, overseer] = [await h.person('leibo.auditor'), await h.person('zhou.auditor')];
    await h.person('xiangshan.specialist');
    const doctor = await h.person('leibo.doctor');
    const all = await overseer.api.audit.list({ limit: 100 });
    const own = await auditor.api.audit.list({ limit: 100 });
    expect(all.items.length).toBeGreaterThan(own.items.length);
    const leibo = await h.db.hospital.findFirstOrThrow({ where: { shortName: '雷波' } });
    expect(own.items.length).toBe(await h.db.auditRow.count({ where: { hospitalIds: { has: leibo.id } } }));

    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await auditor.api.audit.list({ limit: 2, ...(after && { after }) });
      paged.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(paged).toEqual(own.items.map(({ id }) => id));

    const { items } = await auditor.api.audit.list({ actorId: doctor.id, action: 'auth.updateMe' });
    expect(items).toHaveLength(3);
    expect(items[0]!.actor.name).toBe((await doctor.api.auth.me()).name);
    await expect(auditor.api.audit.list({ after: 'nonsense' })).rejects.toMatchObject({
      code: 'invalid',
      reason: 'paging.after',
    });
  });
});
