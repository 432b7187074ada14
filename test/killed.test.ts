import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type Journey, journey } from './journey.ts';
import { TEST_KEYS } from './keys.ts';
import { holdRow, waiting } from './overlap.ts';
import { serveAlone, stopAll } from './process.ts';
import { house, type TestHouse } from './support.ts';

let h: TestHouse;
let j: Journey;
const folders: string[] = [];
beforeAll(async () => {
  h = await house({ now: new Date() });
  j = await journey(h);
});
afterEach(stopAll);
afterAll(async () => {
  await h.close();
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

/** The product itself, as one more process on the database of the test. */
const another = () => {
  const dir = mkdtempSync(join(tmpdir(), 'shanhai-other-'));
  folders.push(dir);
  const { field, index, audit, jwt } = TEST_KEYS;
  const [fieldKey, indexKey, auditKey] = [field, index, audit].map((key) => key.toString('base64'));
  writeFileSync(join(dir, 'keys.json'), JSON.stringify({ fieldKey, indexKey, auditKey, jwtSecret: jwt }));
  const { host, port = 5432, user, password, database } = h.app.house.db.connection;
  const DATABASE_URL = `postgresql://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host!)}`;
  return serveAlone({ DATA_DIR: dir, DATABASE_URL, MEDIASOUP_WORKER_BIN: join(dir, 'none') });
};

/** A car that should have come: its deadline is due now, and so is the job that is its alarm. */
const due = async (): Promise<string> => {
  const { id } = await j.departed();
  const where = { subjectId: id, action: 'referrals.overdue', settledAt: null } as const;
  await h.db.deadline.updateMany({ where, data: { dueAt: new Date(Date.now() - 10_000) } });
  const { id: deadline } = await h.db.deadline.findFirstOrThrow({ where });
  await h.db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE data->>'id' = ${deadline}`;
  return id;
};
const told = async (id: string) => ({
  steps: await h.db.referralStep.count({ where: { referralId: id, verb: 'overdue' } }),
  rings: await h.db.page.count({ where: { subjectId: id, status: 'ringing' } }),
});

/** Whether every process has looked for what was left behind. */
const searched = async (): Promise<boolean> => {
  const [{ n }] = await h.db.$queryRaw<[{ n: number }]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'deadline-sweep' AND state IN ('created', 'retry', 'active')`;
  return n === 0;
};

it('a deadline whose process is killed between delivery and effect has its effect once, with two processes at it', async () => {
  const id = await due();
  const release = await holdRow(h, { table: 'referral', id });
  const first = another();
  await vi.waitUntil(async () => (await waiting(h)) === 1, { timeout: 60_000 });
  first.child.kill('SIGKILL');
  await first.ended;
  await release();
  await vi.waitUntil(async () => (await waiting(h)) === 0);
  expect(await told(id)).toEqual({ steps: 0, rings: 0 });

  const others = [another(), another()];
  await Promise.all(others.map(({ address }) => address));
  await vi.waitUntil(async () => (await told(id)).steps > 0 && (await searched()), { timeout: 60_000 });
  expect(await told(id)).toEqual({ steps: 1, rings: 2 });
}, 150_000);
