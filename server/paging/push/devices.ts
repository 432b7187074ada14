import type { PushSubscription } from 'web-push';
import type { z } from 'zod';
import type { push } from '../../../contract/push.ts';
import type { Cipher } from '../../db/cipher.ts';
import type { Tx } from '../../db/client.ts';
import type { Page, Prisma, PushSubscription as Row } from '../../db/generated/client.ts';
import type { Ctx } from '../../edge/ctx.ts';

/** More devices than a person carries; the one that asked first makes room. */
const MOST = 10;

export const hashOf = (cipher: Cipher, endpoint: string): Buffer<ArrayBuffer> => cipher.blind('push.endpoint', endpoint);

const dropOldest = async ({ db, actor }: Ctx): Promise<void> => {
  const surplus = await db.pushSubscription.findMany({
    where: { personId: actor.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: MOST,
    select: { id: true },
  });
  await db.pushSubscription.deleteMany({ where: { id: { in: surplus.map(({ id }) => id) } } });
};

/** Keeps a device for the caller's sign-in; one that somebody else had before is theirs no more. */
export const keepDevice = async (ctx: Ctx, cipher: Cipher, asked: z.output<typeof push.subscribe.input>): Promise<void> => {
  const { endpoint, p256dh, auth } = asked;
  const device: PushSubscription = { endpoint, keys: { p256dh, auth } };
  const whose = { personId: ctx.actor.id, familyId: ctx.actor.familyId!, sealed: cipher.seal(JSON.stringify(device)) };
  const endpointHash = hashOf(cipher, endpoint);
  await ctx.db.pushSubscription.upsert({
    where: { endpointHash },
    create: { ...whose, endpointHash, createdAt: ctx.now },
    update: { ...whose, failures: 0 },
  });
  await dropOldest(ctx);
};

export const openDevice = (cipher: Cipher, { sealed }: Row): PushSubscription =>
  JSON.parse(cipher.open(sealed)) as PushSubscription;

/** Of those, the devices whose person may still work here and whose sign-in has not ended. */
export const liveDevices = async (db: Tx, now: Date, where: Prisma.PushSubscriptionWhereInput): Promise<Row[]> => {
  const rows = await db.pushSubscription.findMany({ where: { AND: [where, { person: { active: true } }] } });
  const families = await db.session.findMany({
    where: { familyId: { in: rows.map(({ familyId }) => familyId) }, revokedAt: null, expiresAt: { gt: now } },
    select: { familyId: true },
  });
  const live = new Set(families.map(({ familyId }) => familyId));
  return rows.filter(({ familyId }) => live.has(familyId));
};

/** Whom a page rings: one person, or the coordinators of a desk, as over the socket. */
export const rungBy = ({ personId, deskId }: Page): Prisma.PushSubscriptionWhereInput =>
  deskId ? { person: { memberships: { some: { hospitalId: deskId, roles: { has: 'coordinator' } } } } } : { personId: personId! };
