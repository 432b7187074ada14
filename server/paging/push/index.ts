import type { Logger } from 'pino';
import type { Urgency } from '../../../contract/consults.ts';
import { push as actions, type PushMessage } from '../../../contract/push.ts';
import { refuse } from '../../../contract/refusal.ts';
import type { Cipher } from '../../db/cipher.ts';
import type { Tx } from '../../db/client.ts';
import type { PushSubscription as Row } from '../../db/generated/client.ts';
import { type Ctx, type Feature, keep } from '../../edge/ctx.ts';
import type { Facts } from '../../edge/facts.ts';
import { hashOf, keepDevice, liveDevices, openDevice, rungBy } from './devices.ts';
import { checkEndpoint } from './outside.ts';
import { type PushSettings, sendPush } from './send.ts';

export type { PushSettings } from './send.ts';

interface Parts {
  /** Null: not offered, and nothing leaves the house. */
  settings: PushSettings | null;
  /** For what becomes known after the commit. */
  db: Tx;
  cipher: Cipher;
  log: Logger;
  now(): Date;
}
type Ready = Parts & { settings: PushSettings };

interface Mail {
  rows: readonly Row[];
  message: PushMessage;
}

/** What a push service says of a device that has let go. */
const GONE = [404, 410];
/** So many in a row, over days: alerts do not get through to this device, and its card must not say that they do. */
const FAILURES_MOST = 50;

const failed = async ({ db, log }: Ready, { id, failures }: Row, said: number | string): Promise<void> => {
  // Neither address nor keys: whoever reads a log must not be able to send.
  log.warn({ device: id, said }, 'push');
  const over = GONE.some((status) => status === said) || failures + 1 >= FAILURES_MOST;
  if (over) await db.pushSubscription.deleteMany({ where: { id } });
  else await db.pushSubscription.updateMany({ where: { id }, data: { failures: { increment: 1 } } });
};

const deliver = async (parts: Ready, row: Row, message: PushMessage): Promise<void> => {
  const said = await sendPush(parts.settings, openDevice(parts.cipher, row), message).catch(
    (error: NodeJS.ErrnoException) => error.code ?? error.name,
  );
  if (typeof said !== 'number' || said < 200 || said > 299) return failed(parts, row, said);
  const data = { lastSentAt: parts.now(), failures: 0 };
  await parts.db.pushSubscription.updateMany({ where: { id: row.id }, data });
};

/** A request that was refused in the end has rung nobody, and what stopped at once is no ring. */
const holds = async (db: Tx, message: PushMessage): Promise<boolean> => {
  if (message.type === 'test') return true;
  const page = await db.page.findUnique({ where: { id: message.id }, select: { status: true } });
  return page !== null && (page.status === 'ringing') === (message.type === 'ring');
};

const sendAll = async (parts: Ready, { rows, message }: Mail): Promise<void> => {
  if (await holds(parts.db, message)) await Promise.all(rows.map((row) => deliver(parts, row, message)));
};

/** When the request is over, and nobody waits for it; what fails keeps nobody from ringing. */
const send = (parts: Ready, ctx: Ctx, mail: Mail): void => {
  if (mail.rows.length === 0) return;
  ctx.lastly(() => void sendAll(parts, mail).catch((error: unknown) => parts.log.warn({ err: error }, 'push')));
};

const offered = (parts: Parts): Ready => {
  const { settings } = parts;
  return settings ? { ...parts, settings } : refuse('unavailable', 'push.off', 'Ring alerts are not set up on this server');
};

export const push = (parts: Parts): Feature =>
  keep(actions, {
    key: async () => ({ publicKey: parts.settings?.publicKey ?? null }),
    async subscribe(ctx, asked) {
      checkEndpoint(asked.endpoint, offered(parts).settings.local ?? false);
      await keepDevice(ctx, parts.cipher, asked);
      return {};
    },
    async unsubscribe({ db, actor }, { endpoint }) {
      await db.pushSubscription.deleteMany({ where: { personId: actor.id, endpointHash: hashOf(parts.cipher, endpoint) } });
      return {};
    },
    async test(ctx) {
      const ready = offered(parts);
      const rows = await liveDevices(ctx.db, ctx.now, { personId: ctx.actor.id, familyId: ctx.actor.familyId! });
      if (rows.length === 0) refuse('notFound', 'push.device', 'Ring alerts are not on in this sign-in');
      send(ready, ctx, { rows, message: { type: 'test' } });
      return {};
    },
  });

/** A quiet page was never sent, so its end is not news; only a loud one has an alarm. */
const wasLoud = async ({ db }: Ctx, pageId: string): Promise<boolean> =>
  (await db.deadline.findFirst({ where: { subjectId: pageId }, select: { id: true } })) !== null;

/** Who is rung is told on the devices that asked for it, and told there too when it is over. */
export const pushReactions = (parts: Ready) => ({
  async rung(ctx: Ctx, { pageId }: Facts['paging.rung']): Promise<void> {
    const page = await ctx.db.page.findUniqueOrThrow({ where: { id: pageId } });
    const rows = await liveDevices(ctx.db, ctx.now, rungBy(page));
    const urgency = page.urgency as Urgency;
    send(parts, ctx, { rows, message: { type: 'ring', id: page.id, kind: page.subjectKind, urgency } });
  },
  async stopped(ctx: Ctx, { pageId }: Facts['paging.stopped']): Promise<void> {
    if (!(await wasLoud(ctx, pageId))) return;
    const page = await ctx.db.page.findUniqueOrThrow({ where: { id: pageId } });
    const rows = await liveDevices(ctx.db, ctx.now, rungBy(page));
    send(parts, ctx, { rows, message: { type: 'over', id: page.id } });
  },
});
