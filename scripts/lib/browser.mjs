import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as apt from './apt.mjs';
import { Failure } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

const DEBIAN = '/usr/bin/chromium';
/** Without the font, Chinese pages are boxes in the screenshots. */
const PACKAGES = ['chromium', 'fonts-noto-cjk'];
const FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** Where Playwright keeps, or would keep, the Chromium it downloads. */
const playwrights = () => createRequire(inRoot('package.json'))('playwright-core').chromium.executablePath();

/** The Chromium for the tests: the one asked for, Debian's, or Playwright's own. Undefined when there is none. */
export const chromiumPath = () => {
  const asked = process.env.CHROMIUM_PATH;
  if (asked && !existsSync(asked)) throw new Failure(`CHROMIUM_PATH 不存在 / CHROMIUM_PATH names no file: ${asked}`);
  return [asked, DEBIAN, playwrights()].find((path) => path && existsSync(path));
};

/** Debian's by apt, and where that brings none (Ubuntu has only a snap) Playwright's own. */
const fetchBrowser = async (show) => {
  const onLine = (line) => show(line.slice(0, 70));
  const failed = apt.available() ? await apt.install(PACKAGES, onLine).catch((error) => error) : null;
  if (chromiumPath()) return;
  if (failed) show(failed.message);
  await run(process.execPath, [inRoot('node_modules/playwright-core/cli.js'), 'install', 'chromium'], { onLine });
};

const work = async (show) => {
  try {
    await fetchBrowser(show);
  } catch (error) {
    const way = `sudo ${apt.command(PACKAGES)}`;
    throw new Failure(
      `${error.message}\n测试需要浏览器，请执行 ${way} / the tests need a browser: run that, or set CHROMIUM_PATH.`,
    );
  }
};

export const browser = {
  title: '安装测试用浏览器 / installing a browser for the tests',
  due: () => !chromiumPath() || (!process.env.CHROMIUM_PATH && apt.available() && !existsSync(FONT)),
  work,
};
