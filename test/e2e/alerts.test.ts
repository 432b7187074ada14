import { expect, test } from 'vitest';
import { desk, languages } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';
import { workerReady } from './worker.ts';

const { arrive, expectNoFaults, server } = openStage({ worker: true });

const allowed = { ...desk, permissions: ['camera', 'microphone', 'notifications'] };
const card = ({ page, say }: Walker) => page.locator('.card', { has: page.getByRole('heading', { name: say('push', 'title') }) });

test.for(languages)('the card says how it stands with ring alerts, %s', async (language) => {
  const blocked = await arrive({ account: 'xiangshan.specialist', language, options: desk });
  await blocked.page.goto('/me');
  await card(blocked).getByText(blocked.say('push', 'state.blocked'), { exact: true }).waitFor();
  await shotBoth(blocked, 'alerts-blocked', () => card(blocked).scrollIntoViewIfNeeded());

  const free = await arrive({ account: 'xiangshan.specialist', language, options: allowed });
  await free.page.goto('/me');
  await card(free).getByText(free.say('push', 'state.off'), { exact: true }).waitFor();
  await shotBoth(free, 'alerts-off', () => card(free).scrollIntoViewIfNeeded());
  // This browser has no push service behind it: nothing is turned on, and it says so.
  free.expecting(/push/i);
  await card(free)
    .getByRole('button', { name: free.say('push', 'turnOn') })
    .click();
  await free.page.getByText(free.say('push', 'unreachable')).waitFor();
  await shotBoth(free, 'alerts-unreachable');
  await card(free).getByText(free.say('push', 'state.off'), { exact: true }).waitFor();

  await free.context.route('**/api/push/key', (route) => route.fulfill({ json: { publicKey: null } }));
  await free.page.reload();
  await card(free).getByText(free.say('push', 'state.notOffered'), { exact: true }).waitFor();
  await shotBoth(free, 'alerts-not-offered', () => card(free).scrollIntoViewIfNeeded());
  expectNoFaults();
});

interface Shown {
  title: string;
  body: string;
  tag: string;
  silent: boolean | null;
  requireInteraction: boolean;
}
/** Delivers to the page's worker as the browser's push service would. */
const pushing = async ({ page, context }: Walker) => {
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((done) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) done(registrations[0].registrationId);
    }),
  );
  await devtools.send('ServiceWorker.enable');
  const registrationId = await registered;
  return (message: object) =>
    devtools.send('ServiceWorker.deliverPushMessage', { origin: server.base, registrationId, data: JSON.stringify(message) });
};
const shown = ({ page }: Walker): Promise<Shown[]> =>
  page.evaluate(async () => {
    const notifications = await (await navigator.serviceWorker.ready).getNotifications();
    return notifications.map(({ title, body, tag, silent, requireInteraction }) => ({
      title,
      body,
      tag,
      silent,
      requireInteraction,
    }));
  });

test.for(languages)(
  'a ring is a notification in the reader’s words; one that is over says so in its place, %s',
  async (language) => {
    const specialist = await arrive({ account: 'xiangshan.specialist', language, options: allowed });
    const { page, say } = specialist;
    await workerReady(specialist);
    await page.waitForFunction(async () => (await caches.match('/push-words')) !== undefined);
    const push = await pushing(specialist);
    const id = crypto.randomUUID();
    await push({ type: 'ring', id, kind: 'emergency', urgency: 'stat' });
    const ring = {
      title: say('push', 'say.ring'),
      body: say('push', 'say.emergency'),
      tag: id,
      silent: false,
      requireInteraction: true,
    };
    await expect.poll(() => shown(specialist), { timeout: 10_000 }).toEqual([ring]);
    await push({ type: 'over', id });
    const over = { title: say('push', 'say.over'), body: '', tag: id, silent: true, requireInteraction: false };
    await expect.poll(() => shown(specialist), { timeout: 10_000 }).toEqual([over]);
    expectNoFaults();
  },
);
