import { randomUUID } from 'node:crypto';
import { fromPrisma, PgBoss } from 'pg-boss';
import type { Database, Tx } from '../db/client.ts';
import { CLOCK } from './actor.ts';
import { alone } from './alone.ts';
import type { Alarm } from './ctx.ts';
import type { House } from './house.ts';
import { run } from './run.ts';
import { tidy } from './tidy.ts';

const QUEUE = 'deadline';
/** How long a deadline whose job was lost may stay unnoticed, in cron steps of a minute. */
const SWEEP = 'deadline-sweep';
const TIDY = 'house-tidy';

/** Deadlines are rows; the queue is only their alarm. `set` and `settle` work inside the caller's transaction. */
export interface Alarms {
  set(db: Tx, alarm: Alarm): Promise<void>;
  settle(db: Tx, open: { subjectId: string; actions: readonly string[] | undefined; now: Date }): Promise<void>;
  /** Starts firing; until then alarms are kept. */
  start(house: House): Promise<void>;
  stop(): Promise<void>;
}

const settle: Alarms['settle'] = async (db, { subjectId, actions, now }) => {
  await alone(db, subjectId);
  await db.deadline.updateMany({
    where: { subjectId, settledAt: null, ...(actions && { action: { in: [...actions] } }) },
    data: { settledAt: now },
  });
};

export const openAlarms = async (database: Database, onError: (error: Error) => void): Promise<Alarms> => {
  const boss = new PgBoss({ ...database.connection, schema: 'pgboss', max: 4 } as ConstructorParameters<typeof PgBoss>[0]);
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(QUEUE);
  await boss.createQueue(SWEEP);
  await boss.createQueue(TIDY);
  return {
    settle,
    async set(db, { action, subjectId, dueAt, input }) {
      const id = randomUUID();
      await db.deadline.create({ data: { id, action, subjectId, dueAt, input: input as object } });
      await boss.send(QUEUE, { id }, { startAfter: dueAt, db: fromPrisma(db), retryLimit: 5, retryDelay: 2, retryBackoff: true });
    },
    async start(house) {
      await boss.work<{ id: string }>(QUEUE, { pollingIntervalSeconds: 0.5, batchSize: 10 }, (jobs) =>
        fireAll(
          house,
          jobs.map(({ data }) => data.id),
        ),
      );
      await boss.work(SWEEP, () => sweep(house));
      await boss.schedule(SWEEP, '* * * * *');
      // What died with the process before this one has waited long enough.
      await boss.send(SWEEP, {});
      await boss.work(TIDY, () => tidy(house));
      await boss.schedule(TIDY, '20 3 * * *');
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
};

/** Asks an action as the clock at once, outside the queue: what nobody asks for and is not a deadline. */
export const asClock = (house: House, name: string, input: unknown): Promise<unknown> =>
  run(house, name, { actor: CLOCK, session: null, requestId: `clock:${randomUUID()}`, device: 'clock', address: '' }, input);

const overdue = (house: House) =>
  house.db.prisma.deadline.findMany({
    where: { settledAt: null, dueAt: { lte: new Date(house.now().getTime() - 5_000) } },
    select: { id: true },
    orderBy: { dueAt: 'asc' },
    take: 500,
  });

/** One that fails keeps nobody else waiting: the rest is fired first, then the failure is told. */
const fireAll = async (house: House, ids: readonly string[]): Promise<void> => {
  const failures: unknown[] = [];
  for (const id of ids) await fire(house, id).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
};

/** Fires what is overdue and still open: its job was lost, or the process died between the two. */
export const sweep = async (house: House): Promise<void> => {
  const due = await overdue(house);
  await fireAll(
    house,
    due.map(({ id }) => id),
  );
};

/** Runs the deadline's action as the clock; `run` settles the row in the action's own transaction, so a stale or repeated job is a no-op. */
export const fire = async (house: House, id: string): Promise<void> => {
  const due = await house.db.prisma.deadline.findUnique({ where: { id } });
  if (!due || due.settledAt) return;
  await run(
    house,
    due.action,
    { actor: CLOCK, session: null, requestId: `job:${id}`, device: 'clock', address: '', deadline: due },
    due.input,
  );
};
