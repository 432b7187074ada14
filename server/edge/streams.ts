import { once } from 'node:events';
import { type Request, type Response, Router } from 'express';
import type { Action, Stream } from '../../contract/kit.ts';
import { refuse } from '../../contract/refusal.ts';
import type { House } from './house.ts';
import { callerOf } from './http.ts';
import type { Limits } from './limits.ts';
import { run } from './run.ts';
import type { Who } from './who.ts';

interface StreamDoor {
  house: House;
  who: Who;
  limits: Limits;
  /** Takes HEAD, PATCH and DELETE of a large file, once `run` has admitted them. */
  pieces: (req: Request, res: Response) => Promise<void>;
}
type StreamAction = Action & Stream;

/**
 * What a reading stream's handler answers with: bytes it holds, the path of a file, which is never loaded as a whole, or a
 * file by this name that is written while it is read.
 */
type Bytes = { mime: string } & ({ content: Uint8Array } | { file: string } | Written);
interface Written {
  name: string;
  content: AsyncIterable<Uint8Array>;
}

const tooLarge = (maxBytes: number): never =>
  refuse('tooLarge', 'stream.tooLarge', `At most ${maxBytes / 1_000_000} MB can be sent; make it smaller`);

/** A line that breaks off is the sender's trouble, not a fault of ours. */
const whole = async function* (req: Request): AsyncIterable<Buffer> {
  try {
    yield* req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch {
    refuse('invalid', 'stream.brokenOff', 'The upload broke off; send it again');
  }
};

/** The whole body, or a refusal as soon as it is known to be too large; the rest is let run off, so that the refusal arrives. */
const collect = async (req: Request, maxBytes: number): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  let size = 0;
  const enough = (): never => {
    req.on('error', () => {}).resume();
    return tooLarge(maxBytes);
  };
  if (Number(req.get('content-length') ?? 0) > maxBytes) enough();
  for await (const chunk of whole(req)) {
    size += chunk.length;
    if (size > maxBytes) enough();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** What a person wrote (a caption, the name they look for) travels in a header: addresses are kept in logs on the way. */
const INPUT = 'x-input';

const said = (req: Request): object => {
  const text = req.get(INPUT);
  if (text === undefined) return {};
  try {
    const input: unknown = JSON.parse(decodeURIComponent(text));
    return typeof input === 'object' && input !== null ? input : {};
  } catch {
    return refuse('invalid', 'stream.input', `The header ${INPUT} must hold JSON, URI-encoded`);
  }
};

const up = (door: StreamDoor, name: string, maxBytes: number) => async (req: Request, res: Response) => {
  const caller = await callerOf(req, door.who);
  await door.limits.spend(caller.actor, caller.address);
  // A stranger is refused without reading what they send.
  const body = caller.actor.kind === 'person' ? await collect(req, maxBytes) : Buffer.alloc(0);
  res.set('cache-control', 'no-store').json(await run(door.house, name, { ...caller, body }, { ...said(req), ...req.params }));
};

/** `send` has set `Content-Range` already. */
const notThere = (res: Response): void => {
  const requestId = res.locals['requestId'] as string;
  res.status(416).json({ error: { code: 'invalid', reason: 'stream.range', message: 'The file has no such part', requestId } });
};

/** Streams a file, or the part a `Range` asks for; whoever hangs up in the middle has had enough. */
const sendFile = (res: Response, file: string): Promise<void> =>
  new Promise((done, failed) => {
    res.sendFile(file, { cacheControl: false, dotfiles: 'allow' }, (error?: Error & { status?: number; code?: string }) => {
      if (!error || error.code === 'ECONNABORTED' || error.code === 'EPIPE') return done();
      if (!res.headersSent) res.set('cache-control', 'no-store').removeHeader('content-type');
      if (error.status !== 416) return failed(error);
      notThere(res);
      done();
    });
  });

/** As fast as it is taken, so that it is never held as a whole; whoever hangs up in the middle has had enough. */
const pour = async (res: Response, { name, content }: Written): Promise<void> => {
  res.set({ 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' });
  for await (const chunk of content) {
    if (res.closed) return;
    if (!res.write(chunk)) await Promise.race([once(res, 'drain'), once(res, 'close')]);
  }
  res.end();
};

/** Kept by the reader's own browser for the hour of a consult, by nobody on the way; as it is, so that ranges stay true. */
const down = (door: StreamDoor, name: string) => async (req: Request, res: Response) => {
  const caller = await callerOf(req, door.who);
  await door.limits.spend(caller.actor, caller.address);
  const bytes = (await run(door.house, name, { ...caller, body: null }, { ...req.query, ...said(req), ...req.params })) as Bytes;
  res.set({ 'content-type': bytes.mime, 'cache-control': 'private, max-age=3600, no-transform' });
  if ('file' in bytes) await sendFile(res, bytes.file);
  else if ('name' in bytes) await pour(res, bytes);
  else res.set('content-length', String(bytes.content.length)).end(bytes.content);
};

const inPieces = (door: StreamDoor, name: string) => async (req: Request, res: Response) => {
  const caller = await callerOf(req, door.who);
  await door.limits.spend(caller.actor, caller.address);
  await run(door.house, name, { ...caller, body: null }, req.params);
  await door.pieces(req, res);
};

const serve = (router: Router, door: StreamDoor, { name, action }: { name: string; action: StreamAction }): void => {
  const [method, path] = action.stream.split(' ') as [string, string];
  if ('maxBytes' in action) router.put(path, up(door, name, action.maxBytes));
  else if (method === 'PATCH') for (const each of ['head', 'patch', 'delete'] as const) router[each](path, inPieces(door, name));
  else router.get(path, down(door, name));
};

/** The second, listed kind of door: uploads and files, through the same `run` as everything else. */
export const streams = (door: StreamDoor): Router => {
  const router = Router();
  for (const [room, { actions }] of Object.entries(door.house.features)) {
    for (const [verb, action] of Object.entries<Action>(actions)) {
      if ('stream' in action) serve(router, door, { name: `${room}.${verb}`, action });
    }
  }
  return router;
};
