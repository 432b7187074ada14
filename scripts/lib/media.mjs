import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Failure } from './failure.mjs';
import { buildWorker, canBuild } from './media-build.mjs';
import { cacheDir, inRoot } from './paths.mjs';
import { run } from './run.mjs';

const PROBE_MS = 8000;
const DOWNLOAD_MS = 180_000;
/** How long a machine that could not download is not asked to try again. */
const RETRY_MS = 24 * 3_600_000;
const SOURCE = 'https://github.com/versatica/mediasoup/releases';
const HOW = 'npm run setup:media';

/** Where things are; only known once the packages are installed. mediasoup hides its package.json, so go by its main file. */
const locate = () => {
  const packageDir = resolve(dirname(createRequire(inRoot('package.json')).resolve('mediasoup')), '../..');
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  const cached = join(cacheDir(), `mediasoup-worker-${version}-${process.platform}-${process.arch}`);
  const name = process.platform === 'win32' ? 'mediasoup-worker.exe' : 'mediasoup-worker';
  return { packageDir, version, cached, refused: `${cached}.refused`, target: join(packageDir, 'worker/out/Release', name) };
};

/** Started without MEDIASOUP_VERSION the worker exits with 41 (upstream's own check); one that lacks a library does not get there. */
const works = (binary) =>
  existsSync(binary) && spawnSync(binary, [], { env: {}, stdio: 'ignore', timeout: 10_000 }).status === 41;

const copy = (from, to) => {
  const half = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, half);
  chmodSync(half, 0o755);
  renameSync(half, to);
};

const answers = async () => {
  try {
    await fetch(SOURCE, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return true;
  } catch {
    return false;
  }
};

/** Upstream's own installer; PYTHON is set to nothing usable so that it gives up instead of building with downloaded sources. */
const download = async ({ packageDir, target, refused }) => {
  const env = { PYTHON: '/nonexistent', MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD: '', MEDIASOUP_LOCAL_DEV: '' };
  const options = { cwd: packageDir, env, timeout: DOWNLOAD_MS };
  if (await answers()) await run(process.execPath, ['npm-scripts.mjs', 'postinstall'], options).catch(() => {});
  if (!works(target)) writeFileSync(refused, '');
};

const wasRefused = ({ refused }) => existsSync(refused) && Date.now() - statSync(refused).mtimeMs < RETRY_MS;

/** From the cache, else by download, else by a build; the next checkout or `npm ci` finds it in the cache. */
const obtain = async (show, { always }) => {
  const places = locate();
  const { cached, target, refused } = places;
  if (!works(cached)) {
    if (always || !wasRefused(places)) await download(places);
    if (!works(target)) await build(places, show);
    if (works(target)) copy(target, cached);
    rmSync(refused, { force: true });
  }
  if (!works(target)) copy(cached, target);
};

const build = async ({ packageDir, cached }, show) => {
  const binary = join(dirname(cached), `worker-build.${process.pid}`);
  try {
    await buildWorker({ packageDir, binary, show });
    if (!works(binary)) throw new Failure('媒体组件已编译但无法启动 / the media worker was built but does not start');
    copy(binary, cached);
  } catch (error) {
    throw new Failure(
      `${error.message}\n音视频暂不可用，其余功能正常；处理后执行 / rooms have no media, all else works; then run: ${HOW}`,
    );
  } finally {
    rmSync(binary, { force: true });
  }
};

/** A worker that is named has to be the right one; otherwise the one in node_modules. */
const isReady = () => {
  const own = process.env.MEDIASOUP_WORKER_BIN;
  if (own && !works(own)) {
    throw new Failure(`MEDIASOUP_WORKER_BIN 无法启动 / MEDIASOUP_WORKER_BIN does not start: ${own}`);
  }
  return Boolean(own) || works(locate().target);
};

/** Not due where nothing more can be done: the server starts without media and says so. */
const due = () => {
  if (isReady()) return false;
  const places = locate();
  if (works(places.cached) || canBuild() || !wasRefused(places)) return true;
  process.stdout.write(`没有媒体组件，音视频不可用；执行 / no media worker, rooms have no media; run: ${HOW}\n`);
  return false;
};

const title = '准备媒体组件 / preparing mediasoup-worker';

/** Where neither a download nor a build is possible, the rest goes on. */
export const mediaWorker = { title, due, optional: true, work: (show) => obtain(show, { always: false }) };

/** What the person asked for by name: tries everything, and a failure is one. */
export const mediaWorkerNow = { title, due: () => !isReady(), work: (show) => obtain(show, { always: true }) };
