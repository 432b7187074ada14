import { expect, test } from 'vitest';
import { desk, phone } from './browser.ts';
import { shotBoth } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, expectNoFaults } = openStage();

test('the desk changes a bed with two presses and takes it back, adds several at once, and a clinician reads it', async () => {
  const center = await arrive({ account: 'xiangshan.center', language: 'zh-CN', options: phone });
  const { page, say } = center;
  await page.goto('/beds');
  const icu = page.getByRole('region', { name: '重症医学科' });
  await icu.getByRole('button', { name: say('beds', 'add') }).click();
  await page.getByLabel(say('beds', 'labels')).fill('E-01 至 E-03');
  await shotBoth(center, 'beds-adding');
  await page.getByRole('button', { name: say('beds', 'addCount').replace('{{count}}', '3') }).click();

  const bed = icu.getByRole('button', { name: /^E-02/ });
  await bed.click();
  await shotBoth(center, 'beds-changing');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('beds', 'state.cleaning') })
    .click();
  await expect.poll(() => bed.innerText(), { timeout: 10_000 }).toContain(say('beds', 'state.cleaning'));
  await shotBoth(center, 'beds');
  await page.getByRole('button', { name: say('beds', 'undo') }).click();
  await expect.poll(() => bed.innerText(), { timeout: 10_000 }).toContain(say('beds', 'state.free'));

  await icu.getByRole('button', { name: /^E-03/ }).click();
  await page.getByRole('button', { name: say('beds', 'remove') }).click();
  await icu.getByRole('button', { name: /^E-03/ }).waitFor({ state: 'detached' });

  const reader = await arrive({ account: 'xiangshan.specialist', language: 'en', options: desk });
  await reader.page.goto('/beds');
  const seen = reader.page.getByRole('region', { name: '重症医学科' });
  await seen.getByText('E-02').waitFor();
  expect(await seen.getByText('E-03').count()).toBe(0);
  expect(await seen.getByRole('button').count()).toBe(0);
  await shotBoth(reader, 'beds-read');
  expectNoFaults();
});
