// This file and what it imports run on Node 18; everything else runs on the Node that it finds or fetches.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';
import { endWithParent } from './parent.mjs';
import { cacheDir } from './paths.mjs';
import { takeSteps } from './progress.mjs';
import { npm, runInFront } from './run.mjs';

/** From here on Node runs TypeScript without a flag. */
const MINIMUM = [22, 18];
const MAJOR = 24;

export const isRecent = (version) => {
  const [major, minor] = version.split('.').map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
};

/** The npm package that holds Node itself for a platform; the package `node` fetches it by an install script, which npm may refuse. */
export const nodePackage = (platform = process.platform, arch = process.arch) => {
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform === 'win32' ? 'win' : platform}-${arch}`;
};

const starts = (binary) => existsSync(binary) && spawnSync(binary, ['--version'], { stdio: 'ignore' }).status === 0;

const fetchNode = async (dir) => {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'package.json'), '{ "private": true }\n');
  await npm(
    ['install', '--prefix', dir, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', `${nodePackage()}@${MAJOR}`],
    { cwd: dir },
  );
};

const recentNode = async () => {
  const dir = join(cacheDir(), `node-${MAJOR}`);
  const binary = join(dir, 'node_modules', nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const title = `下载 Node ${MAJOR} (当前 ${process.versions.node}) / fetching Node ${MAJOR}`;
  try {
    await takeSteps([{ title, due: () => !starts(binary), work: () => fetchNode(dir) }]);
  } catch (error) {
    throw new Failure(
      `${error.message}\n请安装 Node ${MINIMUM.join('.')} 或更新版本 / install Node ${MINIMUM.join('.')} or newer.`,
    );
  }
  if (!starts(binary))
    throw new Failure(`请安装 Node ${MINIMUM.join('.')} 或更新版本 / install Node ${MINIMUM.join('.')} or newer.`);
  return binary;
};

/** Calls `work` here when this Node is recent enough; else runs the script again with one that is, first on PATH. */
export const onRecentNode = async (scriptUrl, work) => {
  endWithParent();
  if (isRecent(process.versions.node)) return work();
  const binary = await recentNode();
  const path = `${dirname(binary)}${delimiter}${process.env.PATH}`;
  process.exitCode = await runInFront(binary, [fileURLToPath(scriptUrl), ...process.argv.slice(2)], { PATH: path });
};
