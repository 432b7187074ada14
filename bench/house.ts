import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server } from 'socket.io';
import { seedNetwork } from '../prisma/seed/network.ts';
import { type App, build } from '../server/app.ts';
import { whoBy } from '../server/auth/index.ts';
import { connect, type Database } from '../server/db/client.ts';
import { startEmbedded } from '../server/db/embedded.ts';
import { migrate } from '../server/db/migrate.ts';
import { answer, openSockets } from '../server/edge/socket.ts';
import { createLog } from '../server/log.ts';
import { openMedia } from '../server/media/media.ts';
import { TEST_KEYS } from '../test/keys.ts';
import { serveSequential } from './sequential.ts';

const listen = (server: HttpServer): Promise<number> =>
  new Promise((ready) => server.listen(0, '127.0.0.1', () => ready((server.address() as AddressInfo).port)));

/** The product's own socket door, with the same limiter under a budget that a bench cannot use up. */
const unlimitedDoor = async (app: App, db: Database): Promise<number> => {
  const { who } = whoBy({ db: db.prisma, jwtSecret: TEST_KEYS.jwt, now: () => new Date() });
  const io = openSockets(who);
  const budget = new RateLimiterMemory({ points: 1e9, duration: 60 });
  const limits = { spend: async (actor: { id: string }) => void (await budget.consume(actor.id)) };
  answer(io, { house: app.house, who, limits, present: () => undefined });
  const server = createServer();
  io.attach(server);
  return listen(server);
};

/** The peer of row 4: Socket.IO and nothing else. */
const echoDoor = (): Promise<number> => {
  const server = createServer();
  new Server(server, { transports: ['websocket'], serveClient: false }).on('connection', (line) => {
    line.onAny((_name: string, _input: unknown, ack: (reply: object) => void) => ack({ ok: true, data: {} }));
  });
  return listen(server);
};

const database = async (dir: string): Promise<Database> => {
  const { connection, stop } = await startEmbedded(dir);
  await migrate(connection);
  const prisma = connect(connection);
  const close = async () => {
    await prisma.$disconnect();
    await stop();
  };
  return { prisma, connection, close };
};

interface Order {
  mediaPort: number;
  announcedAddress: string;
}

/** Where everything listens on 127.0.0.1. */
export interface Doors {
  app: number;
  unlimited: number;
  echo: number;
  sequential: number;
}

const open = async ({ mediaPort, announcedAddress }: Order): Promise<Doors> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shanhai-bench-'));
  const db = await database(dataDir);
  const log = createLog('error');
  const media = await openMedia({ port: mediaPort, listenIp: '127.0.0.1', announcedAddress, workers: 1 }, log);
  const app = await build({
    config: { dataDir, tls: null, redisUrl: null, trustProxy: 'loopback', pagingWebhook: null, push: null },
    db,
    keys: TEST_KEYS,
    log,
    media,
  });
  await seedNetwork(db.prisma, app.cipher);
  process.once('SIGTERM', async () => {
    await app.close();
    await db.close();
    rmSync(dataDir, { recursive: true });
    process.exit(0);
  });
  return {
    app: await listen(app.server as HttpServer),
    unlimited: await unlimitedDoor(app, db),
    echo: await echoDoor(),
    sequential: await serveSequential({ mediaPort: mediaPort + 1, announcedAddress }),
  };
};

process.on('message', async (message: { open: Order } | { cpu: true }) => {
  if ('open' in message) process.send?.(await open(message.open));
  else {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) as never);
  }
});
