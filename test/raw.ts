import type { Response } from 'supertest';
import { DEMO_PASSWORD } from '../server/auth/demo.ts';
import type { TestHouse } from './support.ts';

export const MINUTE = 60_000;

/** Plain HTTP requests, for what the typed client hides: headers, cookies, statuses. */
export const rawDoor = (h: TestHouse) => {
  const post = (path: string, body: object = {}, token?: string) => {
    const request = h.request.post(`/api${path}`);
    return (token ? request.set('authorization', `Bearer ${token}`) : request).send(body);
  };
  return {
    post,
    login: (account: string, more: object = {}) => post('/auth/login', { account, password: DEMO_PASSWORD, ...more }),
    refresh: (refreshToken: string) => post('/auth/refresh', { refreshToken }),
    me: (token: string) => h.request.get('/api/me').set('authorization', `Bearer ${token}`),
  };
};
export type RawDoor = ReturnType<typeof rawDoor>;

/** Status and reason of an answer. */
export const reasonOf = ({ status, body }: Response) => [status, (body as { error?: { reason: string } }).error?.reason];
export const cookieOf = (reply: Response): string => (reply.get('Set-Cookie') ?? [])[0] ?? '';
/** The two tokens of a sign-in by an API client. */
export const tokensOf = ({ body }: Response) => body as { accessToken: string; refreshToken: string };

/** Somebody else of the demo network each time, so that tests in one house do not meet. */
export const strangers = async (h: TestHouse): Promise<() => string> => {
  const people = await h.db.person.findMany({ select: { account: true }, orderBy: { account: 'desc' } });
  return () => people.pop()!.account;
};
