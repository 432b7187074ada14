import type { z } from 'zod';
import type { auth } from '../../contract/auth.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Ctx, Handlers, LiveCtx } from '../edge/ctx.ts';
import { newSecret, spendCode, totp } from './codes.ts';
import { findMe, meView } from './me.ts';
import type { Parts } from './parts.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { endFamily, openFamilies } from './sessions.ts';

type Verbs = Handlers<typeof auth>;

/** Asks for the password again before something that a passer-by at an unlocked desk must not do. */
const confirmPassword = async ({ lockout }: Parts, ctx: Ctx, password: string) => {
  const person = await findMe(ctx.db, ctx.actor.id);
  const attempt = { account: person.account, address: ctx.address };
  await lockout.attempt(attempt);
  if (!(await verifyPassword(person.passwordHash, password)))
    refuse('forbidden', 'password.wrong', 'The current password is not right');
  await lockout.clear(attempt);
  return person;
};

/** Ends sign-ins of the caller in this transaction and hangs up their lines after it. */
const end = async ({ forget, cut }: Parts, ctx: Ctx, familyIds: readonly string[]): Promise<void> => {
  for (const familyId of familyIds) {
    await endFamily(ctx.db, familyId, ctx.now);
    ctx.lastly(() => cut(`session:${familyId}`));
  }
  ctx.lastly(() => forget({ personId: ctx.actor.id }));
};

const checkStrength = (account: string, current: string, next: string): void => {
  if (next.toLowerCase().includes(account.toLowerCase())) {
    refuse('invalid', 'password.holdsAccount', 'The new password must not contain the account');
  }
  if (next === current) refuse('invalid', 'password.same', 'The new password must differ from the current one');
};

export const changePassword =
  (parts: Parts): Verbs['changePassword'] =>
  async (ctx, { current, next }) => {
    const person = await confirmPassword(parts, ctx, current);
    checkStrength(person.account, current, next);
    await ctx.db.person.update({ where: { id: person.id }, data: { passwordHash: await hashPassword(next) } });
    const families = await openFamilies(ctx.db, person.id, ctx.now);
    const others = families.map(({ familyId }) => familyId).filter((familyId) => familyId !== ctx.actor.familyId);
    await end(parts, ctx, others);
    return {};
  };

/** Starts over as long as nothing is confirmed; a confirmed one is removed first, with the password. */
export const beginOtp =
  ({ cipher }: Parts): Verbs['beginOtp'] =>
  async (ctx) => {
    const person = await findMe(ctx.db, ctx.actor.id);
    if (person.otpConfirmed) refuse('conflict', 'otp.on', 'One-time codes are on already; remove them first');
    const secret = newSecret();
    await ctx.db.person.update({ where: { id: person.id }, data: { otpSecretCipher: cipher.seal(secret), otpUsedStep: null } });
    return { uri: totp(person.account, secret).toString() };
  };

export const confirmOtp =
  ({ cipher }: Parts): Verbs['confirmOtp'] =>
  async (ctx, { otp }) => {
    const person = await findMe(ctx.db, ctx.actor.id);
    if (!person.otpSecretCipher) refuse('conflict', 'otp.notBegun', 'Begin with the code for the authenticator app');
    await spendCode(ctx.db, cipher, { holder: person, code: otp, now: ctx.now });
    await ctx.db.person.update({ where: { id: person.id }, data: { otpConfirmed: true } });
    return meView({ ...person, otpConfirmed: true });
  };

export const removeOtp =
  (parts: Parts): Verbs['removeOtp'] =>
  async (ctx, { password }) => {
    const person = await confirmPassword(parts, ctx, password);
    await ctx.db.person.update({
      where: { id: person.id },
      data: { otpConfirmed: false, otpSecretCipher: null, otpUsedStep: null },
    });
    return meView({ ...person, otpConfirmed: false });
  };

const FREE_AGAIN = 'auth.freeAgain';
/** A long shift: a forgotten 手术中 must not keep somebody from being rung for days. The project's own guess. */
const BUSY_MOST_MS = 12 * 3_600_000;

export const updateMe: Verbs['updateMe'] = async (ctx, { locale, availability }) => {
  const { db, actor, now } = ctx;
  if (availability) {
    await ctx.settle(actor.id, [FREE_AGAIN]);
    const dueAt = new Date(now.getTime() + BUSY_MOST_MS);
    if (availability !== 'free') await ctx.alarm({ action: FREE_AGAIN, subjectId: actor.id, dueAt, input: { id: actor.id } });
  }
  await db.person.update({ where: { id: actor.id }, data: { ...(locale && { locale }), ...(availability && { availability }) } });
  return meView(await findMe(db, actor.id));
};

export const freeAgain: Verbs['freeAgain'] = async ({ db }, { id }) => {
  await db.person.updateMany({ where: { id }, data: { availability: 'free' } });
  return {};
};

export const sessions: Verbs['sessions'] = async ({ db, actor, now }) => {
  const families = await openFamilies(db, actor.id, now);
  return {
    items: families.map(({ familyId, createdAt, lastUsedAt, device }) => ({
      id: familyId,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      device,
      current: familyId === actor.familyId,
    })),
  };
};

export const endSession =
  (parts: Parts): Verbs['endSession'] =>
  async (ctx, { id }) => {
    const families = await openFamilies(ctx.db, ctx.actor.id, ctx.now);
    if (!families.some(({ familyId }) => familyId === id)) refuse('notFound', 'session', 'There is no such session');
    await end(parts, ctx, [id]);
    return {};
  };

export const renewLine =
  ({ who }: Parts) =>
  async (ctx: LiveCtx, { accessToken }: z.output<typeof auth.renewLine.input>): Promise<Record<never, never>> => {
    const actor = await who(accessToken);
    if (!actor?.familyId || actor.id !== ctx.session.personId) {
      return refuse('forbidden', 'line.other', 'This line belongs to somebody else');
    }
    ctx.session.renew(accessToken, actor.familyId);
    return {};
  };
