import { chromiumPath } from './browser.mjs';
import { inRoot } from './paths.mjs';
import { runInFront } from './run.mjs';

const tool = (path, ...args) => runInFront(process.execPath, [inRoot('node_modules', path), ...args]);

/** Types, then lint and format; resolves to whether something failed. */
export const check = async () => {
  process.stdout.write('类型检查 / types\n');
  const types = await tool('typescript/bin/tsc', '--noEmit');
  process.stdout.write('代码规范 / lint and format\n');
  const lint = await tool(
    '@biomejs/biome/bin/biome',
    'ci',
    '--error-on-warnings',
    `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
  );
  return types !== 0 || lint !== 0;
};

/** Every test, or those that the arguments name; resolves to whether something failed. */
export const test = async (args) => {
  process.env.CHROMIUM_PATH = chromiumPath();
  return (await tool('vitest/vitest.mjs', 'run', ...args)) !== 0;
};
