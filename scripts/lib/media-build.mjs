import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import * as apt from './apt.mjs';
import { Failure } from './failure.mjs';
import { shims } from './media-shims.mjs';
import { run } from './run.mjs';

const PACKAGES = [
  'g++',
  'meson',
  'ninja-build',
  'pkg-config',
  'libssl-dev',
  'libuv1-dev',
  'libsrtp2-dev',
  'libflatbuffers-dev',
  'flatbuffers-compiler',
];
const TOOLS = ['c++', 'meson', 'ninja', 'flatc', 'pkg-config', 'strip'];
const LIBRARIES = ['openssl', 'libuv', 'libsrtp2', 'flatbuffers'];

const toolsReady = () =>
  TOOLS.every((tool) => !spawnSync(tool, ['--version'], { stdio: 'ignore' }).error) &&
  spawnSync('pkg-config', ['--exists', ...LIBRARIES]).status === 0;

/** The tools are there, or can be installed. */
export const canBuild = () => process.platform === 'linux' && (toolsReady() || apt.available());

const prepareTools = async (show) => {
  if (toolsReady()) return;
  if (!apt.available())
    throw new Failure(`缺少编译工具，请执行 / the build tools are missing, run: sudo ${apt.command(PACKAGES)}`);
  await apt.install(PACKAGES, (line) => show(line.slice(0, 70)));
};

/** Stops where the source is not as expected: after an upgrade of mediasoup the patches and shims need a new look. */
const patch = (file, from, to) => {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from))
    throw new Failure(`${basename(file)} of mediasoup is not as expected: adapt scripts/lib/media-build.mjs.`);
  writeFileSync(file, text.replace(from, to));
};

/** Where a subproject's folder exists, meson neither downloads nor unpacks anything. */
const putShims = (source) => {
  for (const [wrap, files] of Object.entries(shims)) {
    const subprojects = join(source, 'subprojects');
    const [, folder] = /^directory *= *(.+)$/m.exec(readFileSync(join(subprojects, `${wrap}.wrap`), 'utf8'));
    for (const [name, text] of Object.entries(files)) {
      const file = join(subprojects, folder.trim(), name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
};

const prepareSource = (packageDir, source) => {
  cpSync(join(packageDir, 'worker'), source, {
    recursive: true,
    filter: (from) => !/\/worker\/(out|prebuild|pip_invoke)(\/|$)/.test(from),
  });
  putShims(source);
  // Debian 12 has meson 1.0.1, which does.
  patch(join(source, 'meson.build'), `meson_version: '>= 1.1.0'`, `meson_version: '>= 1.0.0'`);
  // Debian's libssl has kernel TLS on and asks the BIO whether it is in use; this callback, made for a libssl without it,
  // answers every question with 1, "yes", and then libssl writes to a buffer it does not have.
  patch(
    join(source, 'src/RTC/DtlsTransport.cpp'),
    '(operationType == BIO_CB_RETURN) ?',
    '((operationType & BIO_CB_RETURN) != 0) ?',
  );
};

/** ninja's own count: `[34/261] Compiling …`. */
const percentOf = (line) => {
  const [, done, all] = /^\[(\d+)\/(\d+)\]/.exec(line) ?? [];
  return all ? Math.floor((100 * done) / all) : null;
};

/** Builds `binary` from the sources in the npm package against Debian's libraries: about five minutes on two cores. */
export const buildWorker = async ({ packageDir, binary, show }) => {
  await prepareTools(show);
  const work = mkdtempSync(join(tmpdir(), 'mediasoup-worker-'));
  const onLine = (line) => {
    const percent = percentOf(line);
    if (percent !== null) show(`编译 / compiling ${percent}% (约 5 分钟, 仅一次 / about 5 min, once)`, percent);
  };
  try {
    const [source, out] = [join(work, 'worker'), join(work, 'out')];
    prepareSource(packageDir, source);
    await run('meson', [
      'setup',
      '--wrap-mode=nodownload',
      '--buildtype=release',
      '-Db_ndebug=true',
      '-Db_pie=true',
      out,
      source,
    ]);
    await run('ninja', ['-C', out, '-j', String(availableParallelism()), 'mediasoup-worker'], { onLine });
    await run('strip', [join(out, 'mediasoup-worker')]);
    copyFileSync(join(out, 'mediasoup-worker'), binary);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
