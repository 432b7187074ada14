import { existsSync, readFileSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { npm } from './run.mjs';

const packages = (file) => JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;

/** npm's own note of what it installed against the lock file; packages for other platforms are never installed. */
const isInstalled = (withDev) => {
  if (!existsSync(inRoot('node_modules/.package-lock.json'))) return false;
  const installed = packages('node_modules/.package-lock.json');
  return Object.entries(packages('package-lock.json'))
    .filter(([path, { optional, dev, devOptional }]) => path && !optional && !devOptional && (withDev || !dev))
    .every(([path, { version, integrity }]) => installed[path]?.version === version && installed[path]?.integrity === integrity);
};

const install = async () => {
  try {
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  } catch (error) {
    throw new Failure(
      `${error.message}\n无法安装依赖，请检查 npm 源 / the packages could not be installed: check the npm registry.`,
    );
  }
};

/** No install script runs: what the product needs of them, it does itself. `withDev`: for the tests, not for the server. */
export const dependencies = (withDev) => ({
  title: '安装依赖 / installing packages',
  due: () => !isInstalled(withDev),
  work: install,
});
