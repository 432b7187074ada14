import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../server/auth/demo.ts';

const SCREENS = resolve(import.meta.dirname, '../.artifacts/screens');
const DEBIAN = '/usr/bin/chromium';

/**
 * Left out of the browser: its own toolbar, which it draws as web pages in processes of their own for every window, seen by
 * nobody (a seventh of the time of a story); and what its driver leaves out by itself, since of two such lists the last one holds.
 */
const FEATURES_OFF = [
  ...['InitialWebUI', 'WebUIReloadButton', 'WebUIToolbar', 'WebUILocationBar', 'WebUIBackForwardButton', 'WebUIAvatarButton'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup'],
  ...['PreloadTopChromeWebUI', 'PreloadTopChromeWebUILessNavigations'],
  ...[
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable',
  ],
  ...['LensOverlay', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
];

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? DEBIAN,
    args: [
      '--headless=new',
      `--disable-features=${FEATURES_OFF.join()}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--auto-select-desktop-capture-source=Entire screen',
    ],
  });

export const desk = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 360, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

export type Language = 'zh-CN' | 'en';
/** In which languages a story is walked through: Chinese on every run, English too by `npm run test:hard`. */
export const languages: readonly Language[] = process.env['WALK_IN'] === 'both' ? ['zh-CN', 'en'] : ['zh-CN'];
/** Of walks that differ in more than the language, those to be walked in this run. */
export const spoken = <W extends { language: Language }>(walks: readonly W[]): W[] =>
  walks.filter(({ language }) => languages.includes(language));

/** One browser profile of one person, and all that went wrong in it. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Page errors, console errors, refused content and requests to other hosts, so far. */
  faults(): string[];
  /** From now on, console errors of this kind belong to the test (a line that was cut on purpose). */
  expecting(kind: RegExp): void;
}

/** A first visit asks whether there is a session; Chromium writes the honest 401 to the console. */
const NO_SESSION = /401.*\/api\/auth\/refresh/;

const watch = (context: BrowserContext, base: string) => {
  const faults: string[] = [];
  const expected = [NO_SESSION];
  const note = (fault: string) => !expected.some((kind) => kind.test(fault)) && faults.push(fault);
  context.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => note(`${error.error().stack}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):/.test(url.protocol) && url.host !== new URL(base).host) note(`request to ${url.host}`);
  });
  return { faults: () => faults, expecting: (kind: RegExp) => void expected.push(kind) };
};

/** Keeps every peer connection where the test can ask for its figures. */
const keepPeers = () => {
  const Native = window.RTCPeerConnection;
  const peers: RTCPeerConnection[] = [];
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      peers.push(this);
    }
  };
  Object.assign(window, { peers });
};

interface Visit {
  browser: Browser;
  base: string;
  options?: BrowserContextOptions;
  language?: Language;
}

export const visit = async ({ browser, base, options = desk, language = 'zh-CN' }: Visit): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: base,
    permissions: ['camera', 'microphone'],
    reducedMotion: 'reduce',
    // Kept on the device, the app would be fetched whole by each visitor once more; the offline stories allow it.
    serviceWorkers: 'block',
    storageState: { cookies: [], origins: [{ origin: base, localStorage: [{ name: 'shanhai.language', value: language }] }] },
    ...options,
  });
  const watched = watch(context, base);
  await context.addInitScript(keepPeers);
  return { context, page: await context.newPage(), ...watched };
};

/** By the form, as a person does; ends on the page that the account begins with. */
export const signIn = async (page: Page, account: string): Promise<void> => {
  await page.goto('/login');
  await page.locator('input[name=account]').fill(account);
  await page.locator('input[name=password]').fill(DEMO_PASSWORD);
  await page.locator('input[name=password]').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/login');
  await page.locator('h1').first().waitFor();
};

/** By the same call that the form makes; the form itself is tested by `pages.test.ts`. */
export const comeIn = async ({ page, context }: Visitor, account: string): Promise<void> => {
  const reply = await context.request.post('/api/auth/login', { data: { account, password: DEMO_PASSWORD, keep: 'cookie' } });
  if (!reply.ok()) throw new Error(`${account} cannot sign in: ${reply.status()}`);
  await page.goto('/');
  await page.locator('h1').first().waitFor();
};

/** Keeps a picture of what is seen, for people to look at; a phone's in its own pixels, a desk's in half of them. */
export const shot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(SCREENS, { recursive: true });
  const scale = page.viewportSize()!.width > 720 ? 'css' : 'device';
  await page.screenshot({ path: join(SCREENS, `${name}.png`), animations: 'disabled', scale });
};
