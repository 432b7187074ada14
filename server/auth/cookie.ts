import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { z } from 'zod';
import type { HttpTouch } from '../edge/http.ts';

const NAME = 'shanhai_refresh';
const LIFE_MS = 30 * 24 * 3_600_000;

/** Out of reach of scripts and of other sites, and sent to nothing but sign-in. */
const optionsFor = (res: Response): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  secure: res.req.secure,
  path: '/api/auth',
});

const Asked = z.object({ keep: z.literal('cookie') });
const InBody = z.object({ refreshToken: z.string() });
const Issued = z.looseObject({ refreshToken: z.string() });

/** A token that came in the cookie never leaves it, whatever `keep` says: scripts of the page must not read it. */
const fromCookie = (req: Request): Record<string, unknown> => {
  const refreshToken = parseCookie(req.get('cookie') ?? '')[NAME];
  if (!refreshToken || InBody.safeParse(req.body).success) return {};
  return { refreshToken, keep: 'cookie' };
};

const moveToCookie = (res: Response, output: unknown): unknown => {
  const { refreshToken, ...rest } = Issued.parse(output);
  res.cookie(NAME, refreshToken, { ...optionsFor(res), maxAge: LIFE_MS });
  return { ...rest, refreshToken: null };
};

const asked = (req: Request): boolean => Asked.safeParse(req.body).success;

/** How browsers hold the refresh token. */
export const authTouches: Record<string, HttpTouch> = {
  'auth.login': { output: (res, output) => (asked(res.req) ? moveToCookie(res, output) : output) },
  'auth.refresh': {
    input: fromCookie,
    output: (res, output) => (asked(res.req) || 'keep' in fromCookie(res.req) ? moveToCookie(res, output) : output),
  },
  'auth.logout': {
    input: fromCookie,
    output(res, output) {
      if (res.req.get('sec-fetch-site') !== 'cross-site') res.clearCookie(NAME, optionsFor(res));
      return output;
    },
  },
};
