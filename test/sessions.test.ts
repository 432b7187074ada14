import jwt from 'jsonwebtoken';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askOver } from './person.ts';
import { cookieOf, MINUTE, type RawDoor, rawDoor, reasonOf, strangers, tokensOf } from './raw.ts';
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

describe('an access token', () => {
  const claims = () => {
    const now = Math.floor(h.clock.now().getTime() / 1000);
    return { sub: crypto.randomUUID(), fam: crypto.randomUUID(), iss: 'shanhai', aud: 'shanhai.api', iat: now, exp: now + 600 };
  };

  it('works for ten minutes', async () => {
    const { accessToken } = tokensOf(await door.login(account));
    h.clock.advance(9 * MINUTE);
    expect((await door.me(accessToken)).status).toBe(200);
    h.clock.advance(2 * MINUTE);
    expect(reasonOf(await door.me(accessToken))).toEqual([401, 'token.expired']);
  });

  it.each([
    ['of another key', () => jwt.sign(claims(), 'another key')],
    ['of another audience', () => jwt.sign({ ...claims(), aud: 'shanhai.grant' }, h.keys.jwt)],
    ['of another issuer', () => jwt.sign({ ...claims(), iss: 'elsewhere' }, h.keys.jwt)],
    ['of another algorithm', () => jwt.sign(claims(), h.keys.jwt, { algorithm: 'HS512' })],
    ['that is not signed', () => jwt.sign(claims(), '', { algorithm: 'none' })],
    ['that is not one', () => 'nonsense'],
  ])('%s is refused', async (_name, forge) => {
    expect(reasonOf(await door.me(forge()))).toEqual([401, 'token.invalid']);
  });

  it('is no good once its sign-in has ended', async () => {
    const { accessToken, refreshToken } = tokensOf(await door.login(account));
    expect((await door.me(accessToken)).status).toBe(200);
    await door.post('/auth/logout', { refreshToken });
    expect(reasonOf(await door.me(accessToken))).toEqual([401, 'session.ended']);
    expect(reasonOf(await door.refresh(refreshToken))).toEqual([401, 'session.ended']);
  });

  it('that has expired does not stand in the way of a new one', async () => {
    const { accessToken, refreshToken } = tokensOf(await door.login(account));
    h.clock.advance(11 * MINUTE);
    expect((await door.post('/auth/refresh', { refreshToken }, accessToken)).status).toBe(200);
  });
});

describe('a refresh token', () => {
  it('is changed for a new one each time, for thirty days', async () => {
    let { refreshToken } = tokensOf(await door.login(account));
    const seen = new Set([refreshToken]);
    for (let n = 0; n < 3; n++) {
      h.clock.advance(20 * 24 * 60 * MINUTE);
      ({ refreshToken } = (await door.refresh(refreshToken)).body as { refreshToken: string });
      seen.add(refreshToken);
    }
    expect(seen.size).toBe(4);
    h.clock.advance(31 * 24 * 60 * MINUTE);
    expect(reasonOf(await door.refresh(refreshToken))).toEqual([401, 'session.ended']);
  });

  it('seen again later ends everything that came of the sign-in, and its open lines', async () => {
    const { refreshToken } = tokensOf(await door.login(account));
    const next = tokensOf(await door.refresh(refreshToken));
    const doctor = await h.person(account);
    h.clock.advance(11_000);
    expect(reasonOf(await door.refresh(refreshToken))).toEqual([401, 'refresh.reused']);
    expect(reasonOf(await door.refresh(next.refreshToken))).toEqual([401, 'session.ended']);
    expect(reasonOf(await door.me(next.accessToken))).toEqual([401, 'session.ended']);
    expect((await door.me(await doctor.token())).status).toBe(200);
    const row = await h.db.auditRow.findFirstOrThrow({ where: { reason: 'unauthenticated:refresh.reused' } });
    expect(row.subjectIds).toEqual([doctor.id]);
  });

  it('sent twice within ten seconds, or by two tabs at once, keeps both going', async () => {
    const { refreshToken } = tokensOf(await door.login(account));
    const both = await Promise.all([door.refresh(refreshToken), door.refresh(refreshToken)]);
    h.clock.advance(5_000);
    const late = await door.refresh(refreshToken);
    expect([...both, late].map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { body } of [...both, late]) {
      expect((await door.refresh((body as { refreshToken: string }).refreshToken)).status).toBe(200);
    }
  });

  it('is kept as a hash only', async () => {
    const { refreshToken } = tokensOf(await door.login(account));
    const rows = await h.db.session.findMany();
    expect(rows.some(({ tokenHash }) => Buffer.from(tokenHash).toString('utf8').includes(refreshToken))).toBe(false);
    expect(reasonOf(await door.refresh('never issued'))).toEqual([401, 'refresh.invalid']);
    expect(reasonOf(await door.post('/auth/refresh'))).toEqual([401, 'refresh.missing']);
  });
});

describe('a browser', () => {
  it('holds its refresh token in a cookie that no script reads, and never gets it in a body', async () => {
    const reply = await door.login(account, { keep: 'cookie' });
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
    const reply = await door.login(account, { keep: 'cookie' }).set('x-forwarded-proto', 'https');
    expect(cookieOf(reply)).toContain('Secure');
  });

  it('loses the cookie and the session when it signs out', async () => {
    const cookie = cookieOf(await door.login(account, { keep: 'cookie' })).split(';')[0]!;
    const out = await h.request.post('/api/auth/logout').set('cookie', cookie).send({});
    expect(cookieOf(out)).toMatch(/^shanhai_refresh=; Path=\/api\/auth; Expires=Thu, 01 Jan 1970/);
    expect(reasonOf(await h.request.post('/api/auth/refresh').set('cookie', cookie).send({}))).toEqual([401, 'session.ended']);
  });
});

describe('sessions', () => {
  it('are listed once each, and one of them can be ended', async () => {
    const doctor = await h.person(account);
    const other = tokensOf(await door.login(account).set('user-agent', 'Another device'));
    await door.refresh(other.refreshToken);
    const { items } = await doctor.api.auth.sessions();
    expect(items).toHaveLength(2);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    const theirs = items.find(({ device }) => device === 'Another device')!;
    await doctor.api.auth.endSession({ id: theirs.id });
    expect(reasonOf(await door.me(other.accessToken))).toEqual([401, 'session.ended']);
    expect((await doctor.api.auth.sessions()).items).toHaveLength(1);
  });

  it('of somebody else are not there', async () => {
    const [doctor, colleague] = [await h.person(account), await h.person(somebody())];
    const [theirs] = (await colleague.api.auth.sessions()).items;
    await expect(doctor.api.auth.endSession({ id: theirs!.id })).rejects.toMatchObject({ code: 'notFound' });
    expect((await colleague.api.auth.me()).account).toBe(colleague.account);
  });
});

describe('an open line', () => {
  it('goes on with a new token of the same person and of nobody else', async () => {
    const [doctor, colleague] = [await h.person(account), await h.person(somebody())];
    const line = await doctor.live();
    h.clock.advance(11 * MINUTE);
    await expect(askOver(line, 'auth.me', {})).rejects.toMatchObject({ code: 'unauthenticated', reason: 'token.expired' });
    const theirs = { accessToken: await colleague.token() };
    await expect(askOver(line, 'auth.renewLine', theirs)).rejects.toMatchObject({ code: 'forbidden', reason: 'line.other' });
    await askOver(line, 'auth.renewLine', { accessToken: await doctor.token() });
    expect((await askOver(line, 'auth.me', {})).id).toBe(doctor.id);
  });

  it('is not opened without a good token', async () => {
    const doctor = await h.person(account);
    h.clock.advance(1);
    const { accessToken } = tokensOf(await door.login(account));
    await door.post('/auth/logout', {}, accessToken);
    expect((await door.me(await doctor.token())).status).toBe(200);
    for (const token of [undefined, 'nonsense', accessToken]) {
      const line = io(h.base, { transports: ['websocket'], auth: { token }, forceNew: true, reconnection: false });
      const error = await new Promise<Error>((done) => line.once('connect_error', done));
      expect(error.message).toBe('unauthenticated');
      line.close();
    }
  });
});
