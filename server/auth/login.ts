import type { z } from 'zod';
import type { auth } from '../../contract/auth.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Tx } from '../db/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { spendCode } from './codes.ts';
import { hospitalsOf, meView, type PersonRow, withMemberships } from './me.ts';
import type { Parts } from './parts.ts';
import { verifyPassword } from './password.ts';
import { type Issued, openSession } from './sessions.ts';
import { signAccess } from './tokens.ts';

type Input = z.output<typeof auth.login.input>;
type Tokens = z.input<typeof auth.login.output>;

const findPerson = (db: Tx, cipher: Cipher, account: string): Promise<PersonRow | null> =>
  db.person.findFirst({
    where: { active: true, OR: [{ account }, { phoneIndex: cipher.blind('person.phone', account) }] },
    include: withMemberships,
  });

/** The pair of tokens with who they are for. */
export const tokens = (issued: Issued, person: PersonRow, signing: { secret: string; now: Date }): Tokens => ({
  accessToken: signAccess(issued, signing),
  refreshToken: issued.refreshToken,
  user: meView(person),
});

/** An unknown account and a wrong password are answered alike, and take as long. */
const checkPassword = async (ctx: Ctx, person: PersonRow | null, password: string): Promise<PersonRow> => {
  if (person) ctx.saw('person', [person.id], hospitalsOf(person));
  const right = await verifyPassword(person?.passwordHash, password);
  return right && person ? person : refuse('unauthenticated', 'login.failed', 'Account or password is not right');
};

export const login =
  ({ cipher, jwtSecret, lockout }: Parts) =>
  async (ctx: Ctx, { account, password, otp }: Input): Promise<Tokens> => {
    const attempt = { account, address: ctx.address };
    await lockout.attempt(attempt);
    const person = await checkPassword(ctx, await findPerson(ctx.db, cipher, account), password);
    if (person.otpConfirmed) {
      if (!otp) {
        await lockout.forgive(attempt);
        return refuse('unauthenticated', 'otp.required', 'Enter the one-time code of your authenticator');
      }
      await spendCode(ctx.db, cipher, { holder: person, code: otp, now: ctx.now });
    }
    await lockout.clear(attempt);
    return tokens(await openSession(ctx, person.id), person, { secret: jwtSecret, now: ctx.now });
  };
