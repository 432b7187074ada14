import jwt from 'jsonwebtoken';
import { type TOTP, URI } from 'otpauth';
import type { Response } from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../server/auth/demo.ts';
import { hashPassword, verifyPassword } from '../server/auth/password.ts';
import { askOver } from './person.ts';
import { house, type TestHouse } from './support.ts';

let h: TestHouse;
beforeEach(async () => {
  h = await house();
});
afterEach(() => h.close());

const ACCOUNT = 'leibo.doctor';
const MINUTE = 60_000;
const post = (path: string, body: object = {}, token?: string) => {
  const request = h.request.post(`/api${path}`);
  return (token ? request.set('authorization', `Bearer ${token}`) : request).send(body);
};
const login = (body: object = {}) => post('/auth/login', { account: ACCOUNT, password: DEMO_PASSWORD, ...body });
const refresh = (refreshToken: string) => post('/auth/refresh', { refreshToken });
const me = (token: string) => h.request.get('/api/me').set('authorization', `Bearer ${token}`);
const reason = (reply: Response) => [reply.status, (reply.body as { error?: { reason: string } }).error?.reason];
const cookieOf = (reply: Response) => (reply.get('Set-Cookie') ?? [])[0] ?? '';

describe('signing in', () => {
  it('takes the account or the telephone, and tells who one is and nothing else', async () => {
    const reply = await login();
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.body as object).sort()).toEqual(['accessToken', 'refreshToken', 'user']);
    expect(JSON.stringify(reply.body)).not.toMatch(/passwordHash|phoneCipher|argon2/);
    const person = await h.db.person.findUniqueOrThrow({ where: { account: ACCOUNT } });
    const phone = h.app.cipher.open(person.phoneCipher!);
    expect((await login({ account: phone })).body).toMatchObject({ user: { id: person.id } });
  });

  it('answers a wrong password and an unknown account alike', async () => {
    const [wrong, unknown] = [await login({ password: 'not the password' }), await login({ account: 'nobody.here' })];
    expect(reason(wrong)).toEqual([401, 'login.failed']);
    const { requestId: _a, ...first } = (wrong.body as { error: { requestId: string } }).error;
    const { requestId: _b, ...second } = (unknown.body as { error: { requestId: string } }).error;
    expect(second).toEqual(first);
  });

  it('leaves an audit row of a failure, without what was typed, and of a success', async () => {
    await login({ password: 'not the password' });
    await login();
    const { id } = await h.db.person.findUniqueOrThrow({ where: { account: ACCOUNT } });
    const rows = await h.db.auditRow.findMany({ where: { action: 'auth.login' }, orderBy: { id: 'asc' } });
    expect(rows).toMatchObject([
      { outcome: 'refused', reason: 'unauthenticated:login.failed', actorId: null, subjectIds: [id] },
      { outcome: 'done', actorId: id },
    ]);
    expect(rows[0]!.hospitalIds).toHaveLength(1);
    expect(JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? null : value))).not.toContain(ACCOUNT);
  });

  it('shuts the door for a quarter of an hour after five failures, also to guesses sent at once, but not to others', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => login({ password: 'guess' })));
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(reason(await login())).toEqual([429, 'login.locked']);
    expect((await login({ account: 'leibo.doctor2' })).status).toBe(200);
  });

  it('forgets slips of the finger after a success', async () => {
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++) await login({ password: 'slip' });
      expect((await login()).status).toBe(200);
    }
  });

  it('lists demo accounts that sign in, and none where none was seeded', async () => {
    const shown = (await h.request.get('/api/auth/demo')).body as { password: string; accounts: { account: string }[] };
    expect(shown.accounts.length).toBeGreaterThan(5);
    for (const { account } of shown.accounts.slice(0, 3))
      expect((await login({ account, password: shown.password })).status).toBe(200);
    await h.db.person.updateMany({ data: { demo: false } });
    expect((await h.request.get('/api/auth/demo')).body).toEqual({ password: null, accounts: [] });
  });

  it('lets nobody in who is not active, and puts out who is already in', async () => {
    const { accessToken, refreshToken } = (await login()).body as Record<string, string>;
    await h.db.person.update({ where: { account: ACCOUNT }, data: { active: false } });
    h.clock.advance(6_000);
    expect(reason(await me(accessToken!))).toEqual([401, 'person.inactive']);
    expect(reason(await refresh(refreshToken!))).toEqual([401, 'session.ended']);
    expect(reason(await login())).toEqual([401, 'login.failed']);
  });
});

describe('an access token', () => {
  const claims = () => {
    const now = Math.floor(h.clock.now().getTime() / 1000);
    return { sub: crypto.randomUUID(), fam: crypto.randomUUID(), iss: 'shanhai', aud: 'shanhai.api', iat: now, exp: now + 600 };
  };

  it('works for ten minutes', async () => {
    const { accessToken } = (await login()).body as { accessToken: string };
    h.clock.advance(9 * MINUTE);
    expect((await me(accessToken)).status).toBe(200);
    h.clock.advance(2 * MINUTE);
    expect(reason(await me(accessToken))).toEqual([401, 'token.expired']);
  });

  it.each([
    ['of another key', () => jwt.sign(claims(), 'another key')],
    ['of another audience', () => jwt.sign({ ...claims(), aud: 'shanhai.grant' }, h.keys.jwt)],
    ['of another issuer', () => jwt.sign({ ...claims(), iss: 'elsewhere' }, h.keys.jwt)],
    ['of another algorithm', () => jwt.sign(claims(), h.keys.jwt, { algorithm: 'HS512' })],
    ['that is not signed', () => jwt.sign(claims(), '', { algorithm: 'none' })],
    ['that is not one', () => 'nonsense'],
  ])('%s is refused', async (_name, forge) => {
    expect(reason(await me(forge()))).toEqual([401, 'token.invalid']);
  });

  it('is no good once its sign-in has ended', async () => {
    const { accessToken, refreshToken } = (await login()).body as Record<string, string>;
    expect((await me(accessToken!)).status).toBe(200);
    await post('/auth/logout', { refreshToken });
    expect(reason(await me(accessToken!))).toEqual([401, 'session.ended']);
    expect(reason(await refresh(refreshToken!))).toEqual([401, 'session.ended']);
  });

  it('that has expired does not stand in the way of a new one', async () => {
    const { accessToken, refreshToken } = (await login()).body as Record<string, string>;
    h.clock.advance(11 * MINUTE);
    expect((await post('/auth/refresh', { refreshToken }, accessToken)).status).toBe(200);
  });
});

describe('a refresh token', () => {
  it('is changed for a new one each time, for thirty days', async () => {
    let { refreshToken } = (await login()).body as { refreshToken: string };
    const seen = new Set([refreshToken]);
    for (let n = 0; n < 3; n++) {
      h.clock.advance(20 * 24 * 60 * MINUTE);
      ({ refreshToken } = (await refresh(refreshToken)).body as { refreshToken: string });
      seen.add(refreshToken);
    }
    expect(seen.size).toBe(4);
    h.clock.advance(31 * 24 * 60 * MINUTE);
    expect(reason(await refresh(refreshToken))).toEqual([401, 'session.ended']);
  });

  it('seen again later ends everything that came of the sign-in, and its open lines', async () => {
    const { refreshToken } = (await login()).body as { refreshToken: string };
    const next = (await refresh(refreshToken)).body as Record<string, string>;
    const doctor = await h.person(ACCOUNT);
    h.clock.advance(11_000);
    expect(reason(await refresh(refreshToken))).toEqual([401, 'refresh.reused']);
    expect(reason(await refresh(next['refreshToken']!))).toEqual([401, 'session.ended']);
    expect(reason(await me(next['accessToken']!))).toEqual([401, 'session.ended']);
    expect((await me(await doctor.token())).status).toBe(200);
    const row = await h.db.auditRow.findFirstOrThrow({ where: { reason: 'unauthenticated:refresh.reused' } });
    expect(row.subjectIds).toEqual([doctor.id]);
  });

  it('sent twice within ten seconds, or by two tabs at once, keeps both going', async () => {
    const { refreshToken } = (await login()).body as { refreshToken: string };
    const both = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    h.clock.advance(5_000);
    const late = await refresh(refreshToken);
    expect([...both, late].map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { body } of [...both, late]) {
      expect((await refresh((body as { refreshToken: string }).refreshToken)).status).toBe(200);
    }
  });

  it('is kept as a hash only', async () => {
    const { refreshToken } = (await login()).body as { refreshToken: string };
    const rows = await h.db.session.findMany();
    expect(rows.some(({ tokenHash }) => Buffer.from(tokenHash).toString('utf8').includes(refreshToken))).toBe(false);
    expect(reason(await refresh('never issued'))).toEqual([401, 'refresh.invalid']);
    expect(reason(await post('/auth/refresh'))).toEqual([401, 'refresh.missing']);
  });
});

describe('a browser', () => {
  it('holds its refresh token in a cookie that no script reads, and never gets it in a body', async () => {
    const reply = await login({ keep: 'cookie' });
    expect((reply.body as { refreshToken: null }).refreshToken).toBeNull();
    expect(cookieOf(reply)).toMatch(/^shanhai_refresh=[\w-]{43}; Max-Age=2592000; Path=\/api\/auth; .*HttpOnly; SameSite=Strict/);
    expect(cookieOf(reply)).not.toContain('Secure');
    const cookie = cookieOf(reply).split(';')[0]!;
    for (const body of [{ keep: 'cookie' }, { keep: 'body' }, {}]) {
      const renewed = await h.request.post('/api/auth/refresh').set('cookie', cookie).send(body);
      expect(renewed.body).toMatchObject({ refreshToken: null, accessToken: expect.any(String) as string });
      expect(cookieOf(renewed)).not.toContain(cookie);
    }
  });

  it('is told over https to send the cookie over https only', async () => {
    const reply = await login({ keep: 'cookie' }).set('x-forwarded-proto', 'https');
    expect(cookieOf(reply)).toContain('Secure');
  });

  it('loses the cookie and the session when it signs out', async () => {
    const cookie = cookieOf(await login({ keep: 'cookie' })).split(';')[0]!;
    const out = await h.request.post('/api/auth/logout').set('cookie', cookie).send({});
    expect(cookieOf(out)).toMatch(/^shanhai_refresh=; Path=\/api\/auth; Expires=Thu, 01 Jan 1970/);
    expect(reason(await h.request.post('/api/auth/refresh').set('cookie', cookie).send({}))).toEqual([401, 'session.ended']);
  });
});

describe('a password', () => {
  it('is hashed with argon2id, whatever way its characters are written', async () => {
    const hash = await hashPassword('café-大山-12345');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(hash, 'cafe\u0301-大山-12345')).toBe(true);
    expect(await verifyPassword(hash, 'cafe-大山-12345')).toBe(false);
    expect(await verifyPassword(undefined, DEMO_PASSWORD)).toBe(false);
  });

  it('changed, ends every other session at once and cuts its lines', async () => {
    const doctor = await h.person(ACCOUNT);
    const other = (await login()).body as Record<string, string>;
    const line = await doctor.live();
    const cut = new Promise<string>((done) => line.once('disconnect', done));
    await post('/me/password', { current: DEMO_PASSWORD, next: 'a better one 88' }, other['accessToken']).expect(200);
    expect(await cut).toBe('io server disconnect');
    expect(reason(await me(await doctor.token()))).toEqual([401, 'session.ended']);
    expect((await me(other['accessToken']!)).status).toBe(200);
    expect(reason(await login())).toEqual([401, 'login.failed']);
    expect((await login({ password: 'a better one 88' })).status).toBe(200);
  });

  it.each([
    ['too short', { next: 'short' }, 400, 'shape'],
    ['the account', { next: `X ${ACCOUNT.toUpperCase()} 1` }, 400, 'password.holdsAccount'],
    ['the old one', { next: DEMO_PASSWORD }, 400, 'password.same'],
    ['by somebody who does not know it', { current: 'guess', next: 'a better one 88' }, 403, 'password.wrong'],
  ])('is not changed: %s', async (_name, input, status, why) => {
    const doctor = await h.person(ACCOUNT);
    const reply = await post('/me/password', { current: DEMO_PASSWORD, ...input }, await doctor.token());
    expect(reason(reply)).toEqual([status, why]);
    expect((await login()).status).toBe(200);
  });
});

describe('one-time codes', () => {
  const enrol = async () => {
    const doctor = await h.person(ACCOUNT);
    const { uri } = await doctor.api.auth.beginOtp();
    const app = URI.parse(uri) as TOTP;
    const code = () => app.generate({ timestamp: h.clock.now().getTime() });
    const next = () => {
      h.clock.advance(30_000);
      return code();
    };
    return { doctor, code, next };
  };

  it('are off until confirmed, then asked for, and each works once', async () => {
    const { doctor, code, next } = await enrol();
    expect((await login()).status).toBe(200);
    await expect(doctor.api.auth.confirmOtp({ otp: '000000' })).rejects.toMatchObject({ reason: 'otp.wrong' });
    const first = code();
    expect((await doctor.api.auth.confirmOtp({ otp: first })).otpEnrolled).toBe(true);

    expect(reason(await login())).toEqual([401, 'otp.required']);
    expect(reason(await login({ otp: first }))).toEqual([401, 'otp.wrong']);
    const second = next();
    const both = await Promise.all([login({ otp: second }), login({ otp: second })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await login({ otp: next() })).status).toBe(200);
  });

  it('cannot be begun anew over confirmed ones, and go only with the password', async () => {
    const { doctor, code } = await enrol();
    await doctor.api.auth.confirmOtp({ otp: code() });
    await expect(doctor.api.auth.beginOtp()).rejects.toMatchObject({ code: 'conflict', reason: 'otp.on' });
    await expect(doctor.api.auth.removeOtp({ password: 'guess' })).rejects.toMatchObject({ reason: 'password.wrong' });
    expect((await doctor.api.auth.removeOtp({ password: DEMO_PASSWORD })).otpEnrolled).toBe(false);
    expect((await login()).status).toBe(200);
  });

  it('are counted as failures when wrong', async () => {
    const { doctor, code } = await enrol();
    await doctor.api.auth.confirmOtp({ otp: code() });
    for (let n = 0; n < 5; n++) await login({ otp: '000000' });
    expect(reason(await login({ otp: '000000' }))).toEqual([429, 'login.locked']);
  });
});

describe('sessions', () => {
  it('are listed once each, and one of them can be ended', async () => {
    const doctor = await h.person(ACCOUNT);
    const other = (await login().set('user-agent', 'Another device')).body as Record<string, string>;
    await refresh(other['refreshToken']!);
    const { items } = await doctor.api.auth.sessions();
    expect(items).toHaveLength(2);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    const theirs = items.find(({ device }) => device === 'Another device')!;
    await doctor.api.auth.endSession({ id: theirs.id });
    expect(reason(await me(other['accessToken']!))).toEqual([401, 'session.ended']);
    expect((await doctor.api.auth.sessions()).items).toHaveLength(1);
  });

  it('of somebody else are not there', async () => {
    const [doctor, colleague] = [await h.person(ACCOUNT), await h.person('leibo.doctor2')];
    const [theirs] = (await colleague.api.auth.sessions()).items;
    await expect(doctor.api.auth.endSession({ id: theirs!.id })).rejects.toMatchObject({ code: 'notFound' });
    expect((await colleague.api.auth.me()).account).toBe('leibo.doctor2');
  });
});

describe('an open line', () => {
  it('goes on with a new token of the same person and of nobody else', async () => {
    const [doctor, colleague] = [await h.person(ACCOUNT), await h.person('leibo.doctor2')];
    const line = await doctor.live();
    h.clock.advance(11 * MINUTE);
    await expect(askOver(line, 'auth.me', {})).rejects.toMatchObject({ code: 'unauthenticated', reason: 'token.expired' });
    const theirs = { accessToken: await colleague.token() };
    await expect(askOver(line, 'auth.renewLine', theirs)).rejects.toMatchObject({ code: 'forbidden', reason: 'line.other' });
    await askOver(line, 'auth.renewLine', { accessToken: await doctor.token() });
    expect((await askOver(line, 'auth.me', {})).id).toBe(doctor.id);
  });

  it('is not opened without a good token', async () => {
    const doctor = await h.person(ACCOUNT);
    h.clock.advance(1);
    const { accessToken } = (await login()).body as { accessToken: string };
    await post('/auth/logout', {}, accessToken);
    expect((await me(await doctor.token())).status).toBe(200);
    const { io } = await import('socket.io-client');
    for (const token of [undefined, 'nonsense', accessToken]) {
      const line = io(h.base, { transports: ['websocket'], auth: { token }, forceNew: true, reconnection: false });
      const error = await new Promise<Error>((done) => line.once('connect_error', done));
      expect(error.message).toBe('unauthenticated');
      line.close();
    }
  });
});
