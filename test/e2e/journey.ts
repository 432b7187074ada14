import type { Page } from 'playwright-core';
import { type Language, shot, type Visitor } from './browser.ts';
import { type Say, wordsOf } from './words.ts';

/** One visitor with the words of their language. */
export interface Walker extends Visitor {
  say: Say;
  language: Language;
}
export const walker = (visitor: Visitor, language: Language): Walker => ({ ...visitor, say: wordsOf(language), language });

/** The same page on a desk and on a phone, for people to look at; `aim` brings what is looked at into view. */
export const shotBoth = async ({ page, language }: Walker, name: string, aim?: () => Promise<void>): Promise<void> => {
  const own = page.viewportSize()!;
  for (const [width, height] of [
    [1440, 900],
    [360, 780],
  ] as const) {
    await page.setViewportSize({ width, height });
    await aim?.();
    await shot(page, `${name}-${language}-${width}`);
  }
  await page.setViewportSize(own);
};

/** A drawn, clearly labelled stand-in for a photographed ECG. */
export const ecgPhoto = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 1280, height: 800 });
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#fff4f2';
    pen.fillRect(0, 0, 1280, 800);
    pen.strokeStyle = '#f3c4bd';
    for (let at = 0; at < 1280; at += 20) pen.strokeRect(at, -1, 20, 802);
    for (let at = 0; at < 800; at += 20) pen.strokeRect(-1, at, 1282, 20);
    pen.strokeStyle = '#222';
    pen.lineWidth = 2;
    for (const row of [200, 400, 600]) {
      pen.beginPath();
      for (let x = 0; x < 1280; x += 2)
        pen.lineTo(x, row - 90 * Math.exp(-(((x % 160) - 60) ** 2) / 20) - 25 * Math.sin(x / 25) ** 8);
      pen.stroke();
    }
    pen.fillStyle = '#222';
    pen.font = '28px sans-serif';
    pen.fillText('演示心电图 DEMO ECG', 40, 60);
    return canvas.toDataURL('image/png').split(',')[1]!;
  });
  return Buffer.from(base64, 'base64');
};

/** A field by its words: a link that leads to what is still missing is named after its field too. */
const field = ({ page, say }: Walker, name: string) =>
  page.getByLabel(say('consults', name)).and(page.locator('input, select, textarea'));

/** Fills the three things of a STAT and a photo, and sends it; resolves to the new case's id. */
export const requestStat = async (doctor: Walker): Promise<string> => {
  const { page, say } = doctor;
  await page.goto('/');
  await page.getByRole('link', { name: say('home', 'go.consult'), exact: true }).click();
  await page.getByRole('radio', { name: new RegExp(`^${say('common', 'urgency.stat')}`) }).check({ force: true });
  await field(doctor, 'field.purpose').fill('胸痛两小时，下壁 ST 段抬高，是否立即溶栓？');
  await page.getByText(say('consults', 'patient.unknown'), { exact: true }).click();
  await field(doctor, 'field.sex').selectOption('male');
  await field(doctor, 'field.approximateAge').fill('60');
  await field(doctor, 'field.hospital').selectOption({ label: '象山县港湾医院(演示) 宁波市' });
  await page.getByRole('radio', { name: /心血管内科/ }).check({ force: true });
  await field(doctor, 'field.callbackPhone').fill('0834-8822120');
  await page.getByTestId('photos').setInputFiles({ name: 'ecg.png', mimeType: 'image/png', buffer: await ecgPhoto(page) });
  await page.getByLabel(say('consults', 'photos.caption')).fill('09:08 心电图');
  await shotBoth(doctor, 'request');
  await page.getByRole('button', { name: say('consults', 'send.stat') }).click();
  await page.waitForURL(/\/consults\/[0-9a-f-]{36}$/);
  await page.locator('.thumb img').waitFor();
  await shotBoth(doctor, 'requested');
  return page.url().split('/').at(-1)!;
};

const acceptButton = ({ page, say }: Walker) => page.getByRole('button', { name: say('paging', 'accept'), exact: true });

export const waitForRing = (of: Walker): Promise<void> => acceptButton(of).waitFor();
export const waitForSilence = (of: Walker): Promise<void> => acceptButton(of).waitFor({ state: 'detached' });

export const answerRing = async (specialist: Walker): Promise<void> => {
  await acceptButton(specialist).click();
  await specialist.page.waitForURL('**/room/consult/*');
};

/** From the waiting room in, once its transports are warm. */
export const enterRoom = async ({ page, say }: Walker): Promise<void> => {
  await page.getByText(say('calls', 'check.warm')).waitFor();
  await page.getByRole('button', { name: say('calls', 'waiting.enter') }).click();
  await page.getByRole('button', { name: say('calls', 'bar.leave') }).waitFor();
};

const tab = ({ page, say }: Walker, name: string) => page.getByRole('tab', { name: say('calls', `side.${name}`) });

/** The county doctor types what was said; the specialist confirms it with a tap. */
export const adviseAndConfirm = async (doctor: Walker, specialist: Walker): Promise<void> => {
  await tab(doctor, 'advice').click();
  await doctor.page.getByLabel(doctor.say('consults', 'advice.write')).last().fill('立即溶栓，禁用硝酸酯');
  await doctor.page.getByRole('button', { name: doctor.say('consults', 'advice.send') }).click();
  await specialist.page.getByRole('button', { name: specialist.say('calls', 'nudge.adviceOpen') }).click();
  await shotBoth(specialist, 'advice');
  await specialist.page.getByRole('button', { name: specialist.say('consults', 'advice.confirm') }).click();
  await doctor.page.getByText(doctor.say('consults', 'advice.confirmedAt').replace('{{at}}', '').trim()).waitFor();
};

/** A line written by one is counted for, then read by the other. */
export const chat = async (from: Walker, to: Walker): Promise<void> => {
  await tab(from, 'chat').click();
  await from.page.getByLabel(from.say('calls', 'chat.write')).fill('V4R 导联也拍一张');
  await from.page.getByRole('button', { name: from.say('calls', 'chat.send') }).click();
  await to.page.locator('.controls .badge', { hasText: '1' }).waitFor();
  await to.page.keyboard.press('c');
  await to.page.getByText('V4R 导联也拍一张').waitFor();
};

export const writeAndSign = async (specialist: Walker): Promise<void> => {
  const { page, say } = specialist;
  await page.getByRole('button', { name: say('calls', 'bar.opinion') }).click();
  await page.getByLabel(say('consults', 'opinion.diagnosis')).fill('急性下壁 ST 段抬高型心肌梗死，累及右室可能');
  await page.getByLabel(say('consults', 'opinion.treatment')).fill('无禁忌即刻溶栓；禁用硝酸酯，补液维持血压');
  await page.getByRole('button', { name: say('consults', 'sign.open') }).click();
  await page.getByRole('alert').waitFor();
  await page.getByRole('radio', { name: say('consults', 'transfer.consider') }).check();
  await shotBoth(specialist, 'opinion');
  await page.getByRole('button', { name: say('consults', 'sign.open') }).click();
  await shotBoth(specialist, 'sign');
  await page.getByRole('button', { name: say('consults', 'sign.confirm').replace('{{patient}}', '') }).click();
  await page.locator('.signature').waitFor();
};

export const adoptAndClose = async (doctor: Walker): Promise<void> => {
  const { page, say } = doctor;
  await page.getByRole('button', { name: say('calls', 'nudge.signedOpen') }).click();
  await page.getByRole('radio', { name: say('consults', 'adopt.full') }).check();
  await shotBoth(doctor, 'adopt');
  await page.getByRole('button', { name: say('consults', 'adopt.send') }).click();
  await page.getByRole('radio', { name: say('consults', 'outcome.continuedLocally') }).check();
  await page.getByRole('button', { name: say('consults', 'close.send') }).click();
};
