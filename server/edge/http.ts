import { randomUUID } from 'node:crypto';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response, Router } from 'express';
import helmet from 'helmet';
import type { Action } from '../../contract/kit.ts';
import { STATUS } from '../../contract/refusal.ts';
import { toFault } from './fault.ts';
import type { Caller, House } from './house.ts';
import type { Limits } from './limits.ts';
import { run } from './run.ts';
import { recognise, type Who } from './who.ts';

/** What one action needs of HTTP itself, beside its input and output: cookies, mostly. */
export interface HttpTouch {
  input?(req: Request): Record<string, unknown>;
  output?(res: Response, output: unknown): unknown;
}

export interface HttpDoor {
  house: House;
  who: Who;
  limits: Limits;
  touches: Record<string, HttpTouch>;
  /** Whose `X-Forwarded-For` is believed, in Express's words. */
  trustProxy: string;
}

/** The largest JSON body; photos go through the streams door. */
const BODY_LIMIT = '64kb';

/** More specific paths first, so that `/consults/ringing` is not taken for an id. */
const bySpecificity = ([, a]: Route, [, b]: Route): number => (a.path.includes(':') ? 1 : 0) - (b.path.includes(':') ? 1 : 0);

type Route = [name: string, line: { method: 'get' | 'post' | 'patch' | 'delete'; path: string }];

/** Every `http` action of the house as `[feature.verb, line]`. */
export const routes = (features: House['features']): Route[] =>
  Object.entries(features)
    .flatMap(([room, { actions }]) =>
      Object.entries(actions).flatMap(([verb, action]: [string, Action]): Route[] => {
        if (!('http' in action)) return [];
        const [method, path] = action.http.split(' ') as [string, string];
        return [[`${room}.${verb}`, { method: method.toLowerCase() as Route[1]['method'], path }]];
      }),
    )
    .sort(bySpecificity);

export const callerOf = async (req: Request, who: Who): Promise<Caller> => {
  const key = req.get('idempotency-key')?.slice(0, 80);
  return {
    ...(await recognise(who, req.get('authorization')?.replace(/^Bearer /i, ''))),
    session: null,
    requestId: req.res?.locals['requestId'] as string,
    device: req.get('user-agent')?.slice(0, 200) ?? '',
    address: req.ip ?? '',
    ...(key && { idempotencyKey: key }),
  };
};

const api = ({ house, who, limits, touches }: HttpDoor): Router => {
  const router = Router();
  for (const [name, { method, path }] of routes(house.features)) {
    const touch = Object.hasOwn(touches, name) ? touches[name] : undefined;
    router[method](path, async (req: Request, res: Response) => {
      const caller = await callerOf(req, who);
      await limits.spend(caller.actor, caller.address);
      const said = method === 'get' ? req.query : (req.body as object | undefined);
      const raw = { ...said, ...req.params, ...touch?.input?.(req) };
      const output = await run(house, name, caller, raw);
      res.set('cache-control', 'no-store').json(touch?.output ? touch.output(res, output) : output);
    });
  }
  return router;
};

/** No inline script, no other host; media and sockets go to ourselves only. */
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'worker-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'blob:', 'data:'],
      'media-src': ["'self'", 'blob:'],
      // A PDF is shown in the page, from a copy that the page holds.
      'frame-src': ["'self'", 'blob:'],
      'connect-src': ["'self'", 'ws:', 'wss:'],
      'font-src': ["'self'", 'data:'],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  },
  strictTransportSecurity: false,
});

const identify = (_req: Request, res: Response, next: NextFunction): void => {
  const id = randomUUID();
  res.locals['requestId'] = id;
  res.set('x-request-id', id);
  next();
};

/** Logs method, route pattern, status and time: never the address itself, a path may name a person. */
const logged =
  (house: House) =>
  (req: Request, res: Response, next: NextFunction): void => {
    const began = performance.now();
    res.once('finish', () => {
      const route = (req.route as { path?: string } | undefined)?.path ?? 'other';
      house.log.info(
        {
          requestId: res.locals['requestId'],
          method: req.method,
          route,
          status: res.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'http',
      );
    });
    next();
  };

const answerFault =
  (house: House) =>
  (error: unknown, _req: Request, res: Response, _next: NextFunction): void => {
    const fault = { ...toFault(error), requestId: res.locals['requestId'] as string };
    if (fault.code === 'internal') house.log.error({ requestId: fault.requestId, err: error }, 'bug');
    if (res.headersSent) return void res.destroy();
    res.status(STATUS[fault.code]).json({ error: fault });
  };

/** `extra` routers (streams, health, pages) are mounted beside the actions and share headers, request id and faults. */
export const http = (door: HttpDoor, extra: { api: Router; root: Router }): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', door.trustProxy);
  app.use(identify, logged(door.house), headers, compression());
  app.use('/api', extra.api, express.json({ limit: BODY_LIMIT }), api(door), (_req, _res, next) => next({ status: 404 }));
  app.use(extra.root);
  app.use(answerFault(door.house));
  return app;
};
