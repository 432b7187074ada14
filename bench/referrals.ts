// npm run bench:referrals [-- rows]: how long the figures, the lists and the files of a year of referrals take, of a
// million in three years. Prints a table; nothing is kept. About ten minutes, four gigabytes of disk.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { personId, seedNetwork } from '../prisma/seed/network.ts';
import { build } from '../server/app.ts';
import { connect } from '../server/db/client.ts';
import { startEmbedded } from '../server/db/embedded.ts';
import { migrate } from '../server/db/migrate.ts';
import type { Actor } from '../server/edge/actor.ts';
import { run } from '../server/edge/run.ts';
import { createLog } from '../server/log.ts';
import { TEST_KEYS } from '../test/keys.ts';
import { figure } from './figures.ts';
import { makeHistory } from './referralHistory.ts';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 7;
const MB = 1_048_576;

const tell = (text: string): void => void process.stderr.write(`${text}\n`);
const dataDir = mkdtempSync(join(tmpdir(), 'shanhai-bench-'));
const { connection, stop } = await startEmbedded(dataDir);
await migrate(connection);
const prisma = connect(connection);
const db = { prisma, connection, close: () => prisma.$disconnect() };
const config = { dataDir, tls: null, redisUrl: null, trustProxy: 'loopback', pagingWebhook: null, push: null };
const app = await build({ config, db, keys: TEST_KEYS, log: createLog('error'), media: null });
await seedNetwork(prisma, app.cipher);
tell(`making ${ROWS} referrals`);
await prisma.$transaction((tx) => makeHistory(tx, ROWS), { timeout: 3_600_000 });
// As it is after a night: the planner knows what the small tables hold, too.
await prisma.$executeRawUnsafe('VACUUM ANALYZE');

const person = (hospital: string, role: 'admin' | 'coordinator'): Actor => ({
  kind: 'person',
  id: personId(`${hospital}.${role === 'admin' ? 'admin' : 'center'}`),
  memberships: [{ hospitalId: hospitalId(hospital), departmentId: null, roles: [role] }],
});
const [overseer, desk] = [person('zhou', 'admin'), person('leibo', 'coordinator')];
const month = new Date().toISOString().slice(0, 7);
const year = { from: `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`, to: month };

const ask = <T>(actor: Actor, name: string, input: object): Promise<T> =>
  run(app.house, name, { actor, session: null, requestId: 'bench', device: '', address: '', body: null }, input) as Promise<T>;

const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
  await work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  const { median, q1, q3 } = figure(times);
  process.stdout.write(`| ${what} | ${median} (${q1}–${q3}) ms |\n`);
};

type Page = { next: string | null; total: unknown };
/** The second page, which does not count. */
const second = async (actor: Actor, filter: object) => {
  const { next } = await ask<Page>(actor, 'referralStats.cases', filter);
  return () => ask(actor, 'referralStats.cases', { ...filter, ...(next && { after: next }) });
};
/** Rows a second and the most memory beside the start. */
const exported = async (format: string): Promise<void> => {
  const before = process.memoryUsage.rss();
  let [bytes, most] = [0, 0];
  const from = performance.now();
  const { content } = await ask<{ content: AsyncIterable<Uint8Array> }>(overseer, 'referralStats.export', {
    from: `${Number(year.from.slice(0, 4)) - 3}-01`,
    to: month,
    format,
  });
  for await (const chunk of content) {
    bytes += chunk.length;
    most = Math.max(most, process.memoryUsage.rss() - before);
  }
  const seconds = (performance.now() - from) / 1000;
  const line = `${seconds.toFixed(0)} s, ${(bytes / MB).toFixed(0)} MB, at most ${(most / MB).toFixed(0)} MB of memory`;
  process.stdout.write(`| export of all ${ROWS} as ${format.toUpperCase()} | ${line} |\n`);
};

process.stdout.write(`| ${ROWS} referrals in three years, a year asked for | median (quartiles) |\n|---|---|\n`);
await timed('all figures, everything', () => ask(overseer, 'referralStats.figures', year));
await timed('all figures, one month', () => ask(overseer, 'referralStats.figures', { from: month, to: month }));
await timed('all figures, one county', () => ask(desk, 'referralStats.figures', year));
await timed('all figures, one chapter', () => ask(overseer, 'referralStats.figures', { ...year, chapter: 'IX' }));
const lists: [string, Actor, object][] = [
  ['everything', overseer, year],
  ['one county', desk, year],
  ['K09 rejected', overseer, { ...year, metric: 'K09', answer: 'rejected' }],
  ['K12 returned', overseer, { ...year, metric: 'K12', part: 'numerator' }],
  ['K13 stayed', overseer, { ...year, metric: 'K13', part: 'numerator' }],
  ['one category', overseer, { ...year, category: 'O14' }],
];
for (const [what, actor, filter] of lists) {
  await timed(`list, ${what}: first page with its count`, () => ask(actor, 'referralStats.cases', filter));
  await timed(`list, ${what}: a page further`, await second(actor, filter));
}
await timed('referrals.list, what is open of one county', () => ask(desk, 'referrals.list', { limit: 50 }));
const [some] = (await ask<{ items: { referralNo: string }[] }>(desk, 'referrals.list', { limit: 1 })).items;
if (some) await timed('referrals.find by number', () => ask(desk, 'referrals.find', { search: some.referralNo, limit: 50 }));
const done = { box: 'done', limit: 50 };
await timed('referrals.list, what is over of one county', () => ask(desk, 'referrals.list', done));
const { next } = await ask<Page>(desk, 'referrals.list', done);
await timed('the same, a page further', () => ask(desk, 'referrals.list', { ...done, ...(next && { after: next }) }));
await timed('referrals.counts of one county', () => ask(desk, 'referrals.counts', {}));
await exported('csv');
await exported('xlsx');
await app.close();
await db.close();
await stop();
rmSync(dataDir, { recursive: true });
process.exit(0);
