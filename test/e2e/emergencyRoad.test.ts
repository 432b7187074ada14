import { expect, test } from 'vitest';
import { desk, languages, phone, shot } from './browser.ts';
import { ecgPhoto } from './ecg.ts';
import { press, recorded, said, send, sheet, stampButton, tab } from './emergencyWalk.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

const CASE = /\/emergencies\/[0-9a-f-]{36}$/;
const LONG = { timeout: 300_000 };
const MINUTES = '10';

const word = ({ say }: Walker, key: string): string => say('emergency', `road.${key}`);
const button = (of: Walker, key: string) => of.page.getByRole('button', { name: word(of, key), exact: true });
const minutes = (of: Walker, n: string) => of.page.getByText(word(of, 'minutes').replace('{{n}}', n), { exact: true });
/** 在途·约 10 分到. */
const onRoad = (of: Walker, left: RegExp) => of.page.locator('.tag', { hasText: left });

const measure = async (of: Walker): Promise<void> => {
  await button(of, 'vitals').tap();
  const fill = (name: string, text: string) =>
    sheet(of)
      .getByLabel(of.say('emergency', `road.measure.${name}`))
      .fill(text);
  await fill('systolic', '1180');
  await sheet(of).locator('footer .btn-primary').click();
  await sheet(of).getByRole('alert').waitFor();
  for (const [name, text] of [
    ['systolic', '92'],
    ['diastolic', '60'],
    ['pulse', '118'],
    ['spo2', '88'],
  ] as const)
    await fill(name, text);
  await sheet(of).locator('footer .btn-primary').click();
  await sheet(of).getByText(word(of, 'oxygenNeeded')).waitFor();
  await shot(of.page, `road-vitals-${of.language}-360`);
  await sheet(of).getByText(of.say('emergencyCase', 'vitals.oxygen.mask'), { exact: true }).click();
  await send(of);
};

test.for(languages)('from the ambulance to the door, %s', LONG, async (language) => {
  const api = await apiOf('leibo.doctor');
  const doctor = await arrive({ account: 'leibo.doctor', language, options: phone });
  const specialist = await arrive({ account: 'xiangshan.specialist', language, options: desk });
  const { page, context } = doctor;
  const left = (n: string) => new RegExp(language === 'en' ? `about ${n} min` : `约 ${n} 分到`);

  await page.locator('.rail-call').tap();
  await minutes(doctor, MINUTES).tap();
  await shot(page, `road-call-${language}-360`);
  await page.getByRole('button', { name: new RegExp(`^${doctor.say('emergency', 'center.chestPain')}`) }).tap();
  await page.waitForURL(CASE);
  const id = page.url().split('/').at(-1)!;
  await onRoad(doctor, left(MINUTES)).first().waitFor();
  await shotBoth(doctor, 'road-case');

  await onRoad(specialist, left('(10|9)')).first().waitFor();
  await shotBoth(specialist, 'road-ring');
  await specialist.page.getByRole('button', { name: specialist.say('paging', 'emergency.come'), exact: true }).click();
  await specialist.page.waitForURL(`**/emergencies/${id}`);

  await measure(doctor);
  await specialist.page.locator('.ec-vitals').getByText('92/60').waitFor();
  await page.getByTestId('road-ecg').setInputFiles({ name: 'ecg.png', mimeType: 'image/png', buffer: await ecgPhoto(page) });
  await specialist.page.locator('.file', { hasText: word(doctor, 'ecgCaption') }).waitFor();
  await page.getByRole('link', { name: word(doctor, 'video'), exact: true }).waitFor();

  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 28.2627, longitude: 103.5711 });
  await button(doctor, 'share').tap();
  await specialist.page.locator('a[href="geo:28.2627,103.5711"]').waitFor();

  await button(doctor, 'eta').tap();
  await minutes(doctor, '30').tap();
  await shot(page, `road-eta-${language}-360`);
  await send(doctor);
  await onRoad(specialist, left('30')).first().waitFor();
  await shotBoth(specialist, 'road-partner');
  await shotBoth(doctor, 'road-sharing');
  await page.goto('/emergencies');
  await onRoad(doctor, left('(30|29)')).first().waitFor();
  await shotBoth(doctor, 'road-board');
  await page.goto('/');
  await onRoad(doctor, left('(30|29)')).first().waitFor();
  await shotBoth(doctor, 'road-home');
  await page.goto(`/emergencies/${id}`);

  await page.getByRole('button', { name: said(doctor, 'dock.other') }).tap();
  await sheet(doctor)
    .getByRole('button', { name: doctor.say('emergency', 'node.DOOR'), exact: true })
    .tap();
  await stampButton(doctor, 'DOOR').waitFor();
  await press(doctor, 'DOOR');
  await recorded(doctor, 'DOOR').waitFor();
  await page.locator('.road-acts').waitFor({ state: 'detached' });
  await onRoad(specialist, left('(30|29)')).first().waitFor({ state: 'detached' });
  expect((await api.emergency.read({ id })).road).toBeNull();
  await tab(doctor, 'papers');
  await page.locator('.file', { hasText: word(doctor, 'ecgCaption') }).waitFor();
  await tab(doctor, 'nodes');

  const [opened, reply] = await Promise.all([
    context.waitForEvent('page'),
    context.waitForEvent('response', (one) => one.url().endsWith(`/emergencies/${id}/handover.pdf`)),
    button(doctor, 'handover').tap(),
  ]);
  expect(reply.headers()['content-type']).toBe('application/pdf');
  // A browser without a viewer saves the file and closes the tab.
  await expect.poll(() => opened.isClosed() || opened.url().startsWith('blob:'), { timeout: 10_000 }).toBe(true);
  await shotBoth(doctor, 'road-arrived');
  await api.emergency.standDown({ id });
  expectNoFaults();
});
