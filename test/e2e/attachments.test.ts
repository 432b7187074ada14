import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { hashOf } from '../attached.ts';
import { urgent } from '../cases.ts';
import { PDF, pngWith } from '../files.ts';
import { desk, languages, phone } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

const picture = (side: number, line: () => Buffer): Buffer => {
  const lines = Array.from({ length: side }, () => Buffer.concat([Buffer.alloc(1), line()]));
  return pngWith({ width: side, height: side }, deflateSync(Buffer.concat(lines), { level: 1 }));
};
/** Noise does not compress. */
const noisyPicture = (side: number): Buffer => picture(side, () => randomBytes(side * 3));
const striped = picture(300, () => Buffer.alloc(900, '\xff\xf4\xf2\xff\xf4\xf2\xf3\xc4\xbd', 'latin1'));

const folder = mkdtempSync(join(tmpdir(), 'shanhai-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** From the disk, as a person does: a large file handed over as text would take the browser a minute. */
const choose = async ({ page, say }: Walker, { name, content }: { name: string; content: Buffer }, caption: string) => {
  writeFileSync(join(folder, name), content);
  await page.getByTestId('attachments').setInputFiles(join(folder, name));
  await page.getByLabel(say('attachments', 'add.caption').replace('{{name}}', name)).fill(caption);
};
const send = ({ page, language }: Walker) =>
  page.getByRole('button', { name: language === 'en' ? 'Upload 1 file' : '上传 1 个' }).click();
const line = ({ page }: Walker, caption: string) => page.locator('.file', { hasText: caption });

/** The card itself, at both widths. */
const shotCard = (of: Walker, name: string): Promise<void> =>
  shotBoth(of, name, async () => {
    const card = of.page.locator('.files');
    await card.scrollIntoViewIfNeeded();
    await card.evaluate((list) => list.scrollIntoView({ block: 'center' }));
  });

/** The line is slow enough to be cut in the middle. */
const slowDown = async ({ page, context }: Walker, bytesPerSecond: number) => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const conditions = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: bytesPerSecond };
  await devtools.send('Network.emulateNetworkConditions', conditions);
  return devtools;
};

test.for(languages)(
  'documents are sent over a line that breaks, and read by the other side, in %s',
  { timeout: 360_000 },
  async (language) => {
    const doctor = await arrive({ account: 'leibo.doctor', language, options: desk });
    const center = await arrive({ account: 'xiangshan.center', language, options: phone });
    const api = await apiOf('leibo.doctor');
    const { id } = await api.consults.request(urgent());
    for (const { page } of [doctor, center]) await page.goto(`/consults/${id}`);

    await choose(doctor, { name: 'report.pdf', content: PDF }, '外院报告');
    await send(doctor);
    await line(doctor, '外院报告').waitFor();
    await choose(doctor, { name: 'ecg.png', content: striped }, '09:08 心电图');
    await send(doctor);
    await line(doctor, '09:08 心电图').locator('img').waitFor();

    const large = noisyPicture(1420);
    const devtools = await slowDown(doctor, 1_500_000);
    await choose(doctor, { name: 'ct.png', content: large }, '头部 CT');
    await shotCard(doctor, 'attachments-chosen');
    await send(doctor);
    const bar = doctor.page.locator('.sending progress');
    const percent = async () => Number(await bar.getAttribute('value'));
    await expect.poll(percent, { timeout: 30_000 }).toBeGreaterThan(0.2);
    doctor.expecting(/ERR_INTERNET_DISCONNECTED|WebSocket|ERR_NETWORK/);
    await devtools.send('Network.emulateNetworkConditions', {
      offline: true,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await doctor.context.setOffline(true);
    await doctor.page.getByText(language === 'en' ? /^Offline at \d+%/ : /^断网，已传 \d+%/).waitFor();
    await shotCard(doctor, 'attachments-offline');
    await devtools.send('Network.disable');
    await doctor.context.setOffline(false);
    await line(doctor, '头部 CT').waitFor({ timeout: 60_000 });

    await line(center, '头部 CT').waitFor();
    const { items } = await (await apiOf('xiangshan.center')).attachments.list({ kind: 'consult', id });
    expect(items.map(({ sha256 }) => sha256)).toContain(hashOf(large));
    await shotCard(center, 'attachments-list');
    await line(center, '09:08 心电图').getByRole('button').click();
    await center.page.locator('.full-ground img').waitFor();
    await shotBoth(center, 'attachments-picture');
    await center.page.keyboard.press('Escape');
    await line(doctor, '外院报告').getByRole('button').first().click();
    await doctor.page.locator('iframe.opened').waitFor();
    await shotBoth(doctor, 'attachments-pdf');
    await doctor.page.keyboard.press('Escape');
    await api.consults.cancel({ id, note: '测试结束' });
    expectNoFaults();
  },
);

test('a reload in the middle goes on where it was; a file of the wrong kind says what can be sent', async () => {
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const { page, say } = doctor;
  const api = await apiOf('leibo.doctor');
  const { id } = await api.consults.request(urgent());
  await page.goto(`/consults/${id}`);
  const large = noisyPicture(1420);
  await choose(doctor, { name: 'ct.png', content: large }, '头部 CT');
  const devtools = await slowDown(doctor, 1_500_000);
  await send(doctor);
  const bar = page.locator('.sending progress');
  await expect.poll(async () => Number(await bar.getAttribute('value')), { timeout: 30_000 }).toBeGreaterThan(0.5);
  doctor.expecting(/ERR_|WebSocket/);
  await devtools.detach();
  await page.reload();
  await line(doctor, '头部 CT').waitFor({ timeout: 60_000 });
  expect((await api.attachments.list({ kind: 'consult', id })).items[0]!.sha256).toBe(hashOf(large));

  const program = Buffer.concat([Buffer.from('MZ'), randomBytes(500)]);
  doctor.expecting(/400.*finish/);
  await choose(doctor, { name: '心电图.jpg', content: program }, '心电图');
  await send(doctor);
  await page.getByText(say('errors', 'invalid.attachment.type')).waitFor();
  await shotCard(doctor, 'attachments-refused');
  await page
    .locator('.sending')
    .getByRole('button', { name: say('common', 'cancel') })
    .click();
  await page.locator('.sending').waitFor({ state: 'detached' });
  await api.consults.cancel({ id, note: '测试结束' });
  expectNoFaults();
});
