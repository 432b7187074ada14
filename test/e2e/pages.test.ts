import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { desk, languages, launch, phone, shot, signIn, type Visitor, visit } from './browser.ts';

/** Every page by who may open it; `/login` is seen by nobody in particular. */
const roles: Record<string, { account: string; pages: readonly string[] }> = {
  doctor: {
    account: 'leibo.doctor',
    pages: [
      '/',
      '/consults',
      '/consults/new',
      '/referrals',
      '/referrals/new',
      '/emergencies',
      '/instruments',
      '/tasks',
      '/patients',
      '/roster',
      '/me',
      '/nowhere',
    ],
  },
  specialist: { account: 'xiangshan.specialist', pages: ['/', '/consults', '/referrals', '/tasks', '/roster', '/beds', '/me'] },
  coordinator: {
    account: 'xiangshan.center',
    pages: [
      '/',
      '/consults',
      '/referrals',
      '/referrals?view=list',
      '/desk',
      '/tasks',
      '/roster',
      '/beds',
      '/stats',
      '/stats/referrals',
      '/me',
    ],
  },
  admin: {
    account: 'leibo.admin',
    pages: ['/', '/stats', '/stats/cases', '/stats/referrals', '/stats/referrals/cases', '/stats/emergencies', '/roster', '/me'],
  },
  auditor: { account: 'leibo.auditor', pages: ['/', '/audit', '/me'] },
};
const nameOf = (path: string) => path.slice(1).replaceAll(/[/?=]/g, '-') || 'home';

/** A page is ready when nothing on it says that it is still fetching. */
const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await expect.poll(() => page.locator('[aria-busy=true]').count(), { timeout: 15_000 }).toBe(0);
};

/** What a reader would stumble over, in words; empty when there is nothing. */
const stumbles = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent?.trim() ?? '';
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}`);
    const h1 = [...document.querySelectorAll('h1')].filter(shown);
    if (h1.length !== 1) found.push(`${h1.length} h1`);
    for (const text of document.body.innerText.split(/\s+/)) {
      const account = /^[a-z]+\.(doctor|specialist|center|admin|auditor|medicine|neuro)\d?$/.test(text);
      if ((!account && /^[a-z]+[A-Za-z]*(\.[a-z][A-Za-z]*)+$/.test(text)) || text.includes('{{')) found.push(`raw key: ${text}`);
    }
    for (const button of document.querySelectorAll('button, a[href]')) {
      const image = button.querySelector('img[alt], svg[aria-label]');
      if (shown(button) && !nameOf(button) && !image) found.push(`nameless: ${button.outerHTML.slice(0, 120)}`);
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea')) {
      const labelled = field.labels?.length || field.getAttribute('aria-label') || field.getAttribute('aria-labelledby');
      if (shown(field) && !labelled) found.push(`unlabelled: ${field.outerHTML.slice(0, 120)}`);
    }
    for (const image of document.querySelectorAll('img:not([alt])')) found.push(`no alt: ${image.outerHTML.slice(0, 120)}`);
    return found;
  });

const { base } = inject('server');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const SIZES = { 1440: { width: 1440, height: 900 }, 360: { width: 360, height: 780 } } as const;

/** Each page at both widths; the wide one is asked for, the narrow one is the same page made narrow. */
const walk = async ({ page, faults }: Visitor, { paths, name }: { paths: readonly string[]; name: string }) => {
  for (const path of paths) {
    await page.setViewportSize(SIZES[1440]);
    await page.goto(path);
    for (const [width, size] of Object.entries(SIZES).toReversed()) {
      await page.setViewportSize(size);
      await settled(page);
      await shot(page, `${name}-${width}-${nameOf(path)}`);
      expect.soft(await stumbles(page), `${name} ${width} ${path}`).toEqual([]);
    }
  }
  expect.soft(faults(), name).toEqual([]);
};

test.for(['zh-CN', 'en'] as const)('sign-in in %s', async (language) => {
  const visitor = await visit({ browser, base, options: desk, language });
  await walk(visitor, { paths: ['/login'], name: `login-${language}` });
  await visitor.context.close();
});

/** A device that is a phone from the first moment, as the others are not. */
test('the doctor’s home on a phone', async () => {
  const visitor = await visit({ browser, base, options: phone });
  await signIn(visitor.page, 'leibo.doctor');
  await settled(visitor.page);
  expect(await stumbles(visitor.page)).toEqual([]);
  expect(visitor.faults()).toEqual([]);
  await visitor.context.close();
});

test.for(Object.entries(roles))('%s', async ([role, { account, pages: paths }]) => {
  const visitor = await visit({ browser, base, options: desk });
  const { page, context } = visitor;
  await signIn(page, account);
  await walk(visitor, { paths, name: `${role}-zh-CN` });
  await page.emulateMedia({ colorScheme: 'dark' });
  await walk(visitor, { paths: paths.slice(0, 2), name: `${role}-dark` });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => localStorage.setItem('shanhai.language', 'en'));
  // All of them in English by `npm run test:hard`.
  await walk(visitor, { paths: languages.includes('en') ? paths : paths.slice(0, 1), name: `${role}-en` });
  await context.close();
});
