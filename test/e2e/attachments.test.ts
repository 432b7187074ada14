import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashOf } from '../attached.ts';
import { urgent } from '../cases.ts';
import { PDF } from '../files.ts';
import { desk, phone } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

/** A real picture of about `bytes`: noise does not compress. */
const noisyPicture = async ({ page }: Walker, side: number): Promise<Buffer> => {
  const base64 = await page.evaluate((size) => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: size, height: size });
    const pen = canvas.getContext('2d')!;
    const image = pen.createImageData(size, size);
    for (let at = 0; at < image.data.length; at += 1) image.data[at] = at % 4 === 3 ? 255 : Math.random() * 255;
    pen.putImageData(image, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1]!;
  }, side);
  return Buffer.from(base64, 'base64');
};

const choose = async ({ page, say }: Walker, file: { name: string; mimeType: string; buffer: Buffer }, caption: string) => {
  await page.getByTestId('attachments').setInputFiles(file);
  await page.getByLabel(say('attachments', 'add.caption').replace('{{name}}', file.name)).fill(caption);
};
const send = ({ page, language }: Walker) =>
  page.getByRole('button', { name: language === 'en' ? 'Upload 1 file' : '上传 1 个' }).click();
const line = ({ page }: Walker, caption: string) => page.locator('.file', { hasText: caption });

/** The line is slow enough to be cut in the middle. */
const slowDown = async ({ page, context }: Walker, bytesPerSecond: number) => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const conditions = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: bytesPerSecond };
  await devtools.send('Network.emulateNetworkConditions', conditions);
  return devtools;
};

test.for(['zh-CN', 'en'] as const)(
  'documents are sent over a line that breaks, and read by the other side, in %s',
  async (language) => {
    const doctor = await arrive({ account: 'leibo.doctor', language, options: desk });
    const specialist = await arrive({ account: 'xiangshan.specialist', language, options: phone });
    const api = await apiOf('leibo.doctor');
    const { id } = await api.consults.request(urgent());
    for (const { page } of [doctor, specialist]) await page.goto(`/consults/${id}`);

    await choose(doctor, { name: 'report.pdf', mimeType: 'application/pdf', buffer: PDF }, '外院报告');
    await send(doctor);
    await line(doctor, '外院报告').waitFor();
    await choose(doctor, { name: 'ecg.png', mimeType: 'image/png', buffer: await noisyPicture(doctor, 300) }, '09:08 心电图');
    await send(doctor);
    await line(doctor, '09:08 心电图').locator('img').waitFor();

    const large = await noisyPicture(doctor, 1500);
    const devtools = await slowDown(doctor, 1_500_000);
    await choose(doctor, { name: 'ct.png', mimeType: 'image/png', buffer: large }, '头部 CT');
    await shotBoth(doctor, 'attachments-chosen');
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
    await shotBoth(doctor, 'attachments-offline');
    // Reloaded in the middle: the file is on the device, its beginning at the server.
    await devtools.send('Network.disable');
    await doctor.context.setOffline(false);
    await line(doctor, '头部 CT').waitFor({ timeout: 60_000 });

    await line(specialist, '头部 CT').waitFor();
    const { items } = await (await apiOf('xiangshan.specialist')).attachments.list({ kind: 'consult', id });
    expect(items.map(({ sha256 }) => sha256)).toContain(hashOf(large));
    await shotBoth(specialist, 'attachments-list');
    await line(specialist, '09:08 心电图').getByRole('button').click();
    await specialist.page.locator('.full-ground img').waitFor();
    await shotBoth(specialist, 'attachments-picture');
    await specialist.page.keyboard.press('Escape');
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
  const large = await noisyPicture(doctor, 1500);
  await slowDown(doctor, 1_500_000);
  await choose(doctor, { name: 'ct.png', mimeType: 'image/png', buffer: large }, '头部 CT');
  await send(doctor);
  const bar = page.locator('.sending progress');
  await expect.poll(async () => Number(await bar.getAttribute('value')), { timeout: 30_000 }).toBeGreaterThan(0.5);
  doctor.expecting(/ERR_|WebSocket/);
  await page.reload();
  await line(doctor, '头部 CT').waitFor({ timeout: 60_000 });
  expect((await api.attachments.list({ kind: 'consult', id })).items[0]!.sha256).toBe(hashOf(large));

  const program = Buffer.concat([Buffer.from('MZ'), randomBytes(500)]);
  doctor.expecting(/400.*finish/);
  await choose(doctor, { name: '心电图.jpg', mimeType: 'image/jpeg', buffer: program }, '心电图');
  await send(doctor);
  await page.getByText(say('errors', 'invalid.attachment.type')).waitFor();
  await shotBoth(doctor, 'attachments-refused');
  await page
    .locator('.sending')
    .getByRole('button', { name: say('common', 'cancel') })
    .click();
  await page.locator('.sending').waitFor({ state: 'detached' });
  await api.consults.cancel({ id, note: '测试结束' });
  expectNoFaults();
});
