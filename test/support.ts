import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Agent, agent } from 'supertest';
import { type App, build } from '../server/app.ts';
import { connect, type Database } from '../server/db/client.ts';
import type { Keys } from '../server/db/keys.ts';
import { fire } from '../server/edge/jobs.ts';
import { createLog } from '../server/log.ts';
import type { Media } from '../server/media/media.ts';
import type { PushSettings } from '../server/paging/push/index.ts';
import type { PagingWebhook } from '../server/paging/webhook.ts';
import { type TestClock, TUESDAY_TEN, testClock } from './clock.ts';
import { TEST_KEYS } from './keys.ts';
import { type Person, visitors } from './person.ts';
import { DEMO, testDatabase } from './postgres.ts';

export interface TestHouse {
  /** `http://127.0.0.1:port`. */
  base: string;
  app: App;
  db: Database['prisma'];
  keys: Keys;
  dataDir: string;
  clock: TestClock;
  /** supertest on the running server, for raw requests. */
  request: Agent;
  /** Signs in a demo account, such as `leibo.doctor`; asked again it returns the same person. */
  person(account: string): Promise<Person>;
  /** Fires, as the clock, every deadline that is due by the test's clock. */
  fireDue(): Promise<void>;
  /** Lets this much time pass: the clock stops at each deadline on the way and fires it. */
  elapse(ms: number): Promise<void>;
  /** The server started once more on the same database and data folder, at an address of its own. */
  again(): Promise<Pick<TestHouse, 'base' | 'app' | 'dataDir' | 'request' | 'close'>>;
  close(): Promise<void>;
}

export interface Setting {
  now?: Date;
  /** Opened by the caller (`openMedia`); closed with the house. */
  media?: Media;
  pagingWebhook?: PagingWebhook | null;
  push?: PushSettings | null;
  /** Also starts the job queue and the audit sealer, which then work by real time. */
  started?: boolean;
}

const listen = (app: App): Promise<string> =>
  new Promise((done) => {
    app.server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`));
  });

const firing = ({ house }: App, clock: TestClock) => {
  const next = (by: Date) =>
    house.db.prisma.deadline.findFirst({
      where: { settledAt: null, dueAt: { lte: by } },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    });
  const passTo = async (target: Date) => {
    for (let due = await next(target); due; due = await next(target)) {
      clock.set(due.dueAt);
      await fire(house, due.id);
    }
    clock.set(target);
  };
  return { fireDue: () => passTo(clock.now()), elapse: (ms: number) => passTo(new Date(clock.now().getTime() + ms)) };
};

/** The real server with the demo network (no history) on a database of its own. */
export const house = async ({
  now = TUESDAY_TEN,
  media,
  started = false,
  pagingWebhook = null,
  push = null,
}: Setting = {}): Promise<TestHouse> => {
  const database = await testDatabase(DEMO);
  const prisma = connect(database.connection);
  const db: Database = { prisma, connection: database.connection, close: () => prisma.$disconnect() };
  const dataDir = mkdtempSync(join(tmpdir(), 'shanhai-house-'));
  const clock = testClock(now);
  const config = { dataDir, tls: null, redisUrl: null, trustProxy: 'loopback', pagingWebhook, push };
  const built = (own: Media | null) =>
    build({ config, db, keys: TEST_KEYS, log: createLog('silent'), media: own, now: clock.now });
  const app = await built(media ?? null);
  if (started) await app.start();
  const base = await listen(app);
  const { person, leave } = visitors({ base, clock });
  return {
    base,
    app,
    db: prisma,
    keys: TEST_KEYS,
    dataDir,
    clock,
    request: agent(app.server),
    person,
    ...firing(app, clock),
    async again() {
      const next = await built(null);
      return { base: await listen(next), app: next, dataDir, request: agent(next.server), close: next.close };
    },
    async close() {
      leave();
      await app.close();
      await db.close();
      await database.drop();
      rmSync(dataDir, { recursive: true });
    },
  };
};
