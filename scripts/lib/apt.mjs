import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { run } from './run.mjs';

const LOCK_SECONDS = 600;
/** apt waits for the package lock by itself, but not for the lock on its lists. */
const WAITING = ['-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, '-o', 'Acquire::Retries=3'];
const env = { DEBIAN_FRONTEND: 'noninteractive' };

export const command = (packages) => `apt-get install -y --no-install-recommends ${packages.join(' ')}`;

export const available = () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;

const update = async (deadline) => {
  try {
    await run('apt-get', [...WAITING, 'update'], { env });
  } catch (error) {
    if (!/Could not get lock/.test(error.output ?? '') || Date.now() > deadline) throw error;
    await delay(2000);
    await update(deadline);
  }
};

/** Installs Debian packages; another apt at work is waited for, up to ten minutes. */
export const install = async (packages, onLine) => {
  await update(Date.now() + LOCK_SECONDS * 1000);
  const [apt, ...args] = command(packages).split(' ');
  await run(apt, [...WAITING, ...args], { env, onLine });
};
