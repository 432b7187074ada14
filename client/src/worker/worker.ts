import type { PushMessage } from '../../../contract/push.ts';
import type { WorkerScope } from './scope.ts';
import type { Words } from './words.ts';

/** Written in front of this file by the build: the files of a rescue, and a name for this build. */
declare const SHELL: { version: string; files: readonly string[] };

const scope = self as unknown as WorkerScope;

const OURS = 'shanhai.shell.';
const CACHE = OURS + SHELL.version;
/** Every address of the app is this page. */
const PAGE = '/';
/** Where pages leave their words; no page of the server's. */
const WORDS = '/push-words';
/** A line that brings no page by then is as good as none: a doctor waits for a call button, not for the newest build. */
const PATIENCE_MS = 5_000;

/** The page and its files are of one build, so what is opened without a link fits together. */
const install = async (): Promise<void> => {
  const cache = await caches.open(CACHE);
  await cache.addAll([new Request(PAGE, { cache: 'reload' }), ...SHELL.files]);
  await scope.skipWaiting();
};

const activate = async (): Promise<void> => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
  await scope.clients.claim();
};

/** From the server while it answers; otherwise as it was kept. */
const page = async (request: Request): Promise<Response> => {
  const kept = async (): Promise<Response> => (await (await caches.open(CACHE)).match(PAGE)) ?? Response.error();
  const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS));
  const reply = await Promise.race([fetch(request), late]).catch(() => null);
  return reply && reply.status < 500 ? reply : kept();
};

/** Named by their content, so one that is kept is never out of date. */
const asset = async (request: Request): Promise<Response> => {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const reply = await fetch(request);
  if (reply.ok) void cache.put(request, reply.clone()).catch(() => undefined);
  return reply;
};

const isAsset = (path: string): boolean => path.startsWith('/assets/') || path === '/logo.svg';
/** What the server answers itself: no word of a patient comes into a cache. */
const isServers = (path: string): boolean => /^\/(api|socket\.io|healthz|readyz)(\/|$)/.test(path);

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin || isServers(pathname)) return;
  if (isAsset(pathname)) event.respondWith(asset(request));
  else if (request.mode === 'navigate') event.respondWith(page(request));
});

/** Before any page has said its words; a device that was never opened has no alerts either. */
const FALLBACK: Words = { lang: 'zh-CN', ring: '急呼', kinds: {}, over: '急呼已结束', test: '测试' };

/** In the language of the page that was open last on this device. */
const wordsOf = async (): Promise<Words> => {
  const kept = await caches.match(WORDS);
  return kept ? ((await kept.json()) as Words) : FALLBACK;
};

const linesOf = (message: PushMessage, words: Words): [title: string, body: string] => {
  if (message.type === 'over') return [words.over, ''];
  if (message.type === 'test') return [words.test, ''];
  return [words.ring, words.kinds[message.kind] ?? ''];
};

/**
 * Something is always shown, as the browser was promised (`userVisibleOnly`; Safari takes the right away from a site that
 * stays silent). So a ring that is over is not just taken away: a quiet word takes its place, under the same tag.
 */
const show = async (message: PushMessage): Promise<void> => {
  const words = await wordsOf();
  const [title, body] = linesOf(message, words);
  const rings = message.type === 'ring';
  await scope.registration.showNotification(title, {
    body,
    lang: words.lang,
    icon: '/logo.svg',
    tag: 'id' in message ? message.id : message.type,
    silent: message.type === 'over',
    requireInteraction: rings && message.urgency === 'stat',
  });
};

/** The ring itself is in the page. */
const open = async (): Promise<void> => {
  const [tab] = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await (tab ? tab.focus() : scope.clients.openWindow(PAGE));
};

scope.addEventListener('push', (event) => event.waitUntil(show((event.data?.json() ?? { type: 'test' }) as PushMessage)));
scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open());
});
