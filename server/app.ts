import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { Router } from 'express';
import type { Logger } from 'pino';
import { auditFeature } from './audit/index.ts';
import { openSealer } from './audit/sealer.ts';
import { authFeature, authTouches, whoBy } from './auth/index.ts';
import { beds } from './beds/index.ts';
import { storedCalls } from './calls/index.ts';
import type { Config } from './config.ts';
import { attachmentAccess, callGrant, consultLinks, consults, reactions } from './consults/index.ts';
import { photos } from './consults/photos.ts';
import { patientSource } from './consults/source.ts';
import { consultNumbers, taskAccess } from './consults/subject.ts';
import { type Cipher, cipherOf } from './db/cipher.ts';
import type { Database } from './db/client.ts';
import type { Keys } from './db/keys.ts';
import { directory } from './directory/index.ts';
import { openPresence } from './directory/presence.ts';
import { shareRooms } from './edge/adapter.ts';
import { type Health, health } from './edge/health.ts';
import type { House } from './edge/house.ts';
import { http } from './edge/http.ts';
import { asClock, openAlarms } from './edge/jobs.ts';
import { openLimits } from './edge/limits.ts';
import { openapi } from './edge/openapi.ts';
import { pages } from './edge/pages.ts';
import { answer, cut, cutStale, openSockets, sendBy } from './edge/socket.ts';
import { streams } from './edge/streams.ts';
import { emergencyFiles } from './emergency/handover/index.ts';
import * as emergencyRoom from './emergency/index.ts';
import { emergencyStats } from './emergency/quality/index.ts';
import { vitals } from './emergency/vitals.ts';
import { instruments } from './instruments/index.ts';
import type { Media } from './media/media.ts';
import { paging } from './paging/index.ts';
import { push, pushReactions } from './paging/push/index.ts';
import { webhookReaction } from './paging/webhook.ts';
import { patients } from './patients/index.ts';
import { attachments, openFiles, tusDoor } from './records/attachments/index.ts';
import { loadReference } from './reference/load.ts';
import { referralFiles } from './referrals/files/index.ts';
import * as referralRoom from './referrals/index.ts';
import { signaling } from './signaling/index.ts';
import { stats } from './stats/index.ts';
import { referralStats } from './stats/referrals/index.ts';
import { tasks } from './tasks/index.ts';

export interface Parts {
  config: Pick<Config, 'dataDir' | 'tls' | 'redisUrl' | 'trustProxy' | 'pagingWebhook' | 'push'>;
  db: Database;
  keys: Keys;
  log: Logger;
  /** Null where no media worker could be had; rooms then refuse with the remedy. */
  media: Media | null;
  now?: () => Date;
}

export interface App {
  server: Server;
  house: House;
  cipher: Cipher;
  /** Starts deadlines and sealing; the server answers before that. */
  start(): Promise<void>;
  /** Stops taking work, lets what runs finish, in the reverse order of starting. */
  close(): Promise<void>;
}

/** How often open lines are asked whether they may stay open. */
const LOOK_MS = 60_000;

/** The only function that knows everyone. */
export const build = async ({ config, db, keys, log, media, now = () => new Date() }: Parts): Promise<App> => {
  await loadReference(db.prisma);
  const cipher = cipherOf(keys);
  const presence = openPresence();
  const alarms = await openAlarms(db, (error) => log.error({ err: error }, 'jobs'));
  const sealer = openSealer({ db: db.prisma, key: keys.audit, anchor: join(config.dataDir, 'audit-head.json'), log });
  const { who, forget } = whoBy({ db: db.prisma, jwtSecret: keys.jwt, now });
  const io = openSockets(who);
  const unshare = config.redisUrl
    ? await shareRooms(io, config.redisUrl, (error) => log.error({ err: error }, 'redis'))
    : undefined;
  const rooms = signaling({
    media,
    stored: storedCalls({ consult: callGrant, emergency: emergencyRoom.callGrant }, keys.jwt),
    grantSecret: keys.jwt,
    log,
    clock: (name, input) => asClock(house, name, input),
  });
  const { centers } = emergencyRoom;
  const files = openFiles(join(config.dataDir, 'attachments'));
  const pushParts = { settings: config.push, db: db.prisma, cipher, log, now };
  const alerts = config.push ? pushReactions({ ...pushParts, settings: config.push }) : null;
  const features = {
    auth: authFeature({ db: db.prisma, cipher, jwtSecret: keys.jwt, who, forget, cut: (whose) => cut(io, whose) }),
    directory: directory(presence),
    paging,
    push: push(pushParts),
    tasks: tasks({
      access: { consult: taskAccess, referral: referralRoom.taskAccess, emergency: emergencyRoom.taskAccess },
      numbers: { consult: consultNumbers, referral: referralRoom.referralNumbers, emergency: emergencyRoom.emergencyNumbers },
    }),
    consults: consults({ cipher, presence, centers }),
    photos,
    beds,
    referrals: referralRoom.referrals({ cipher, centers }),
    referralFiles: referralFiles({ cipher, centers }),
    emergency: emergencyRoom.emergency(cipher),
    emergencyLinks: emergencyRoom.emergencyLinks([consultLinks, referralRoom.referralLinks]),
    emergencyFiles: emergencyFiles(cipher),
    vitals,
    instruments,
    patients: patients({
      cipher,
      sources: [patientSource({ cipher, centers }), referralRoom.patientSource({ cipher, centers }), emergencyRoom.patientSource],
    }),
    attachments: attachments({
      db: db.prisma,
      cipher,
      files,
      access: { consult: attachmentAccess, referral: referralRoom.attachmentAccess, emergency: emergencyRoom.attachmentAccess },
    }),
    calls: rooms,
    stats,
    referralStats,
    emergencyStats,
    audit: auditFeature(sealer),
  };
  const house: House = {
    db,
    cipher,
    log,
    now,
    features,
    reactions: {
      ...reactions,
      'paging.rung': [
        ...(config.pagingWebhook ? [webhookReaction({ webhook: config.pagingWebhook, cipher, log })] : []),
        ...(alerts ? [alerts.rung] : []),
      ],
      'paging.stopped': alerts ? [alerts.stopped] : [],
      'paging.refused': [...reactions['paging.refused'], emergencyRoom.refused],
      'attachments.changed': [...reactions['attachments.changed'], referralRoom.noteFile, emergencyRoom.fileAdded],
      'links.moved': [emergencyRoom.linkMoved],
      'calls.over': [async (ctx, { call }) => ctx.lastly(() => rooms.end(call))],
    },
    alarms,
    send: sendBy(io),
  };

  let draining = false;
  let watch: NodeJS.Timeout | undefined;
  const state: Health = {
    database: () =>
      db.prisma.$queryRaw`SELECT 1`.then(
        () => true,
        () => false,
      ),
    media: () => media?.health() ?? { ready: false, workers: 0, remedy: 'npm run setup:media' },
    draining: () => draining,
  };
  const limits = openLimits();
  const root = Router().use(health(state), pages(join(import.meta.dirname, '..', 'dist', 'client')));
  const app = http(
    { house, who, limits, touches: authTouches, trustProxy: config.trustProxy },
    { api: Router().use(openapi(features), streams({ house, who, limits, pieces: tusDoor({ db: db.prisma, files }) })), root },
  );
  const server = config.tls ? createTlsServer(config.tls, app) : createServer(app);
  io.attach(server);
  answer(io, { house, who, limits, present: presence.change });

  return {
    server,
    house,
    cipher,
    async start() {
      watch = setInterval(() => void cutStale(io, who).catch((error: unknown) => log.error({ err: error }, 'lines')), LOOK_MS);
      sealer.start();
      await asClock(house, 'calls.clear', {});
      await alarms.start(house);
    },
    async close() {
      draining = true;
      clearInterval(watch);
      await io.close();
      await unshare?.();
      server.closeAllConnections();
      await alarms.stop();
      await media?.close();
      await sealer.stop();
    },
  };
};
