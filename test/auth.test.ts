import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../server/auth/demo.ts';
import { hashPassword, verifyPassword } from '../server/auth/password.ts';
import { type RawDoor, rawDoor, reasonOf, strangers, tokensOf } from './raw.ts';
import { house, type TestHouse } from './support.ts';

let h: TestHouse;
let door: RawDoor;
let somebody: () => string;
let account: string;
beforeAll(async () => {
  h = await house();
  door = rawDoor(h);
  somebody = await strangers(h);
});
beforeEach(() => {
  account = somebody();
});
afterAll(() => h.close());

describe('signing in', () => {
  it('takes the account or the telephone, and tells who one is and nothing else', async () => {
    const reply = await door.login(account);
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.body as object).sort()).toEqual(['accessToken', 'refreshToken', 'user']);
    expect(JSON.stringify(reply.body)).not.toMatch(/passwordHash|phoneCipher|argon2/);
    const person = await h.db.person.findUniqueOrThrow({ where: { account: account } });
    const phone = h.app.cipher.open(person.phoneCipher!);
    expect((await door.login(phone)).body).toMatchObject({ user: { id: person.id } });
  });

  it('answers a wrong password and an unknown account alike', async () => {
    const [wrong, unknown] = [await door.login(account, { password: 'not the password' }), await door.login('nobody.here')];
    expect(reasonOf(wrong)).toEqual([401, 'login.failed']);
    const { requestId: _a, ...first } = (wrong.body as { error: { requestId: string } }).error;
    const { requestId: _b, ...second } = (unknown.body as { error: { requestId: string } }).error;
    expect(second).toEqual(first);
  });

  it('leaves an audit row of a failure, without what was typed, and of a success', async () => {
    await door.login(account, { password: 'not the password' });
    await door.login(account);
    const { id } = await h.db.person.findUniqueOrThrow({ where: { account: account } });
    const rows = await h.db.auditRow.findMany({
      where: { action: 'auth.login', subjectIds: { has: id } },
      orderBy: { id: 'asc' },
    });
    expect(rows).toMatchObject([
      { outcome: 'refused', reason: 'unauthenticated:login.failed', actorId: null, subjectIds: [id] },
      { outcome: 'done', actorId: id },
    ]);
    expect(rows[0]!.hospitalIds).toHaveLength(1);
    expect(JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? null : value))).not.toContain(account);
  });

  it('shuts the door for a quarter of an hour after five failures, also to guesses sent at once, but not to others', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => door.login(account, { password: 'guess' })));
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(reasonOf(await door.login(account))).toEqual([429, 'login.locked']);
    expect((await door.login(somebody())).status).toBe(200);
  });

  it('forgets slips of the finger after a success', async () => {
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++) await door.login(account, { password: 'slip' });
      expect((await door.login(account)).status).toBe(200);
    }
  });

  it('lists demo accounts that sign in, and none where none was seeded', async () => {
    const shown = (await h.request.get('/api/auth/demo')).body as { password: string; accounts: { account: string }[] };
    expect(shown.accounts.length).toBeGreaterThan(5);
    for (const { account } of shown.accounts.slice(0, 3))
      expect((await door.login(account, { password: shown.password })).status).toBe(200);
    await h.db.person.updateMany({ data: { demo: false } });
    expect((await h.request.get('/api/auth/demo')).body).toEqual({ password: null, accounts: [] });
  });

  it('lets nobody in who is not active, and puts out who is already in', async () => {
    const { accessToken, refreshToken } = tokensOf(await door.login(account));
    await h.db.person.update({ where: { account: account }, data: { active: false } });
    h.clock.advance(6_000);
    expect(reasonOf(await door.me(accessToken))).toEqual([401, 'person.inactive']);
    expect(reasonOf(await door.refresh(refreshToken))).toEqual([401, 'session.ended']);
    expect(reasonOf(await door.login(account))).toEqual([401, 'login.failed']);
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
    const doctor = await h.person(account);
    const other = tokensOf(await door.login(account));
    const line = await doctor.live();
    const cut = new Promise<string>((done) => line.once('disconnect', done));
    await door.post('/me/password', { current: DEMO_PASSWORD, next: 'a better one 88' }, other.accessToken).expect(200);
    expect(await cut).toBe('io server disconnect');
    expect(reasonOf(await door.me(await doctor.token()))).toEqual([401, 'session.ended']);
    expect((await door.me(other.accessToken)).status).toBe(200);
    expect(reasonOf(await door.login(account))).toEqual([401, 'login.failed']);
    expect((await door.login(account, { password: 'a better one 88' })).status).toBe(200);
  });

  it.each([
    ['too short', () => ({ next: 'short' }), 400, 'shape'],
    ['the account', () => ({ next: `X ${account.toUpperCase()} 1` }), 400, 'password.holdsAccount'],
    ['the old one', () => ({ next: DEMO_PASSWORD }), 400, 'password.same'],
    ['by somebody who does not know it', () => ({ current: 'guess', next: 'a better one 88' }), 403, 'password.wrong'],
  ])('is not changed: %s', async (_name, change, status, why) => {
    const doctor = await h.person(account);
    const reply = await door.post('/me/password', { current: DEMO_PASSWORD, ...change() }, await doctor.token());
    expect(reasonOf(reply)).toEqual([status, why]);
    expect((await door.login(account)).status).toBe(200);
  });
});

describe('one-time codes', () => {
  const enrol = async () => {
    const doctor = await h.person(account);
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
    expect((await door.login(account)).status).toBe(200);
    await expect(doctor.api.auth.confirmOtp({ otp: '000000' })).rejects.toMatchObject({ reason: 'otp.wrong' });
    const first = code();
    expect((await doctor.api.auth.confirmOtp({ otp: first })).otpEnrolled).toBe(true);

    expect(reasonOf(await door.login(account))).toEqual([401, 'otp.required']);
    expect(reasonOf(await door.login(account, { otp: first }))).toEqual([401, 'otp.wrong']);
    const second = next();
    const both = await Promise.all([door.login(account, { otp: second }), door.login(account, { otp: second })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await door.login(account, { otp: next() })).status).toBe(200);
  });

  it('cannot be begun anew over confirmed ones, and go only with the password', async () => {
    const { doctor, code } = await enrol();
    await doctor.api.auth.confirmOtp({ otp: code() });
    await expect(doctor.api.auth.beginOtp()).rejects.toMatchObject({ code: 'conflict', reason: 'otp.on' });
    await expect(doctor.api.auth.removeOtp({ password: 'guess' })).rejects.toMatchObject({ reason: 'password.wrong' });
    expect((await doctor.api.auth.removeOtp({ password: DEMO_PASSWORD })).otpEnrolled).toBe(false);
    expect((await door.login(account)).status).toBe(200);
  });

  it('are counted as failures when wrong', async () => {
    const { doctor, code } = await enrol();
    await doctor.api.auth.confirmOtp({ otp: code() });
    for (let n = 0; n < 5; n++) await door.login(account, { otp: '000000' });
    expect(reasonOf(await door.login(account, { otp: '000000' }))).toEqual([429, 'login.locked']);
  });
});
