import { seedDemo } from '../prisma/seed/index.ts';
import { type App, build } from './app.ts';
import { banner } from './banner.ts';
import { type Config, OperatorError, readConfig } from './config.ts';
import type { Database } from './db/client.ts';
import { prepareDataFolder } from './db/folder.ts';
import { loadKeys } from './db/keys.ts';
import { open } from './db/open.ts';
import { type Lifetime, lifetime } from './lifetime.ts';
import { listen } from './listen.ts';
import { createLog, type Log } from './log.ts';
import { mediaAtStart } from './media-at-start.ts';

/** Years of history take a while on a slow disk. */
const SEED_MS = 600_000;

/** All or nothing: a start that is broken off while seeding begins again the next time. */
const seedOnce = async ({ seed }: Config, { prisma }: Database, { cipher }: App): Promise<void> => {
  if (seed === 'none' || (await prisma.hospital.count()) > 0) return;
  process.stdout.write('首次启动，正在生成演示数据 / first start, making the demo network …\n');
  await prisma.$transaction((tx) => seedDemo(tx, cipher, new Date()), { timeout: SEED_MS });
  await prisma.$executeRaw`ANALYZE`;
};

const start = async (config: Config, log: Log, life: Lifetime): Promise<void> => {
  prepareDataFolder(config.dataDir);
  const keys = loadKeys(config);
  const db = await open(config);
  life.opened(db.close);
  const media = await mediaAtStart(config, log);
  const app = await build({ config, db, keys, log, media });
  life.opened(app.close);
  await seedOnce(config, db, app);
  const address = await listen(app.server, config);
  await app.start();
  process.stdout.write(await banner(address, db));
};

/** One sentence for what the operator can mend; the whole error for what is ours. */
const tell = (error: unknown): void => {
  const text = error instanceof OperatorError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
};

const main = async (): Promise<void> => {
  const life = lifetime(tell);
  const fail = (error: unknown) => {
    tell(error);
    return life.end(1);
  };
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
  try {
    const config = readConfig(process.env);
    await start(config, createLog(config.logLevel), life);
  } catch (error) {
    await fail(error);
  }
};

await main();
