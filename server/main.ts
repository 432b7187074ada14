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
import { type Media, openMedia } from './media/media.ts';

/** Without a worker everything but the rooms works; `/readyz` names the command that mends it. */
const mediaOrNone = async (config: Config, log: Log): Promise<Media | null> => {
  try {
    return await openMedia(config.media, log);
  } catch (error) {
    log.error({ err: error }, 'no media: run `npm run setup:media`, or free MEDIA_PORT');
    return null;
  }
};

const seedOnce = async ({ seed }: Config, { prisma }: Database, { cipher }: App): Promise<void> => {
  if (seed === 'none' || (await prisma.hospital.count()) > 0) return;
  process.stdout.write('首次启动，正在生成演示数据 / first start, making the demo network …\n');
  await seedDemo(prisma, cipher, new Date());
};

const start = async (config: Config, log: Log, life: Lifetime): Promise<void> => {
  prepareDataFolder(config.dataDir);
  const keys = loadKeys(config);
  const db = await open(config);
  life.opened(db.close);
  const media = await mediaOrNone(config, log);
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
