import { z } from 'zod';
import { actions, ById, Id, Instant, Nothing, Role } from './kit.ts';

export const Locale = z.enum(['zh-CN', 'en']);
export const Availability = z.enum(['free', 'operating', 'away']);
export type Availability = z.infer<typeof Availability>;

export const MembershipView = z.object({
  hospital: z.object({ id: Id, name: z.string(), kind: z.enum(['county', 'partner', 'overseer']) }),
  department: z.object({ id: Id, name: z.string(), code: z.string() }).nullable(),
  roles: z.array(Role),
});

export const Me = z.object({
  id: Id,
  account: z.string(),
  name: z.string(),
  title: z.string(),
  locale: Locale,
  availability: Availability,
  otpEnrolled: z.boolean(),
  memberships: z.array(MembershipView),
});
export type Me = z.infer<typeof Me>;

/** Where the refresh token goes: browsers ask for an httpOnly cookie, API clients for the body. */
const Keep = z.enum(['cookie', 'body']).default('body');
/** `refreshToken` is null when it went into the cookie. */
const Tokens = z.object({ accessToken: z.string(), refreshToken: z.string().nullable(), user: Me });
const Password = z.string().min(10).max(128);
const Otp = z.string().regex(/^\d{6}$/);

export const auth = actions({
  login: {
    http: 'POST /auth/login',
    who: 'public',
    input: z.object({
      account: z.string().trim().min(1).max(64),
      password: z.string().min(1).max(128),
      otp: Otp.optional(),
      keep: Keep,
    }),
    output: Tokens,
  },
  /** Without a body the cookie is used. Each token works once; a token seen twice ends all sessions that came of it. */
  refresh: {
    http: 'POST /auth/refresh',
    who: 'public',
    input: z.object({ refreshToken: z.string().max(200).optional(), keep: Keep }),
    output: Tokens,
  },
  logout: {
    http: 'POST /auth/logout',
    who: 'public',
    input: z.object({ refreshToken: z.string().max(200).optional() }),
    output: Nothing,
  },
  /** A long-lived socket goes on with the next access token; refuses another person's. */
  renewLine: { live: 'passing', who: 'public', input: z.object({ accessToken: z.string().max(4000) }), output: Nothing },
  /** Demo accounts, one per role; empty unless the demo network was seeded. */
  demo: {
    http: 'GET /auth/demo',
    who: 'public',
    input: Nothing,
    output: z.object({
      password: z.string().nullable(),
      accounts: z.array(z.object({ account: z.string(), name: z.string(), role: Role, hospital: z.string() })),
    }),
  },
  me: { http: 'GET /me', who: 'signedIn', input: Nothing, output: Me },
  updateMe: {
    http: 'PATCH /me',
    who: 'signedIn',
    input: z.object({ locale: Locale.optional(), availability: Availability.optional() }),
    output: Me,
  },
  /** Nobody is operating or away for longer than a long shift: then they are rung again. */
  freeAgain: { job: true, who: 'clock', input: ById, output: Nothing },
  changePassword: {
    http: 'POST /me/password',
    who: 'signedIn',
    input: z.object({ current: z.string().max(128), next: Password }),
    output: Nothing,
  },
  /** Step 1 of one-time codes: `uri` is the otpauth:// address for an authenticator app; nothing is on until confirmed. */
  beginOtp: { http: 'POST /me/otp', who: 'signedIn', input: Nothing, output: z.object({ uri: z.string() }) },
  confirmOtp: { http: 'POST /me/otp/confirm', who: 'signedIn', input: z.object({ otp: Otp }), output: Me },
  removeOtp: { http: 'POST /me/otp/remove', who: 'signedIn', input: z.object({ password: z.string().max(128) }), output: Me },
  sessions: {
    http: 'GET /me/sessions',
    who: 'signedIn',
    input: Nothing,
    output: z.object({
      items: z.array(z.object({ id: Id, createdAt: Instant, lastUsedAt: Instant, device: z.string(), current: z.boolean() })),
    }),
  },
  endSession: { http: 'DELETE /me/sessions/:id', who: 'signedIn', input: z.object({ id: Id }), output: Nothing },
});
