import type { Api } from '../api.ts';
import { OPINION, urgent } from '../cases.ts';
import type { Walker } from './journey.ts';

export const FORM = /\/referrals\/[0-9a-f-]{36}\/edit$/;
export const CASE = /\/referrals\/[0-9a-f-]{36}$/;

export const field = ({ page }: Walker, name: string) => page.locator(`[data-field=${name}]`);
export const fillAll = async (who: Walker, texts: Record<string, string>): Promise<void> => {
  for (const [name, text] of Object.entries(texts)) await field(who, name).fill(text);
};
export const consent = async (who: Walker, signer: 'patient' | 'relative', name: string): Promise<void> => {
  await field(who, 'consent').check();
  await field(who, 'signer').selectOption(signer);
  await field(who, 'signerName').fill(name);
};

/** A consult of Leibo that cardiology in Xiangshan has signed. */
export const signedConsult = async (apiOf: (account: string) => Promise<Api>): Promise<string> => {
  const [doctor, specialist] = [await apiOf('leibo.doctor'), await apiOf('xiangshan.specialist')];
  const { id } = await doctor.consults.request(urgent());
  const { consultant } = await specialist.consults.accept({ id });
  await doctor.consults.answerByPhone({ id, specialistId: consultant!.id });
  await specialist.consults.sign({ id, opinion: OPINION });
  return id;
};

/** 一键转诊 of a consult; resolves to the id of the draft that it opens. */
export const refer = async ({ page, say }: Walker, consultId: string): Promise<string> => {
  await page.goto(`/consults/${consultId}`);
  await page.getByRole('link', { name: say('consults', 'verb.refer') }).click();
  await page.waitForURL(FORM);
  return page.url().split('/').at(-2)!;
};

/** What a prefilled form still wants on the way up, and sends it. */
export const completeAndSend = async (who: Walker): Promise<void> => {
  const { page, say } = who;
  await fillAll(who, { complaint: '胸痛 2 小时', allergies: '无', treatments: '阿司匹林 300 mg，尿激酶原 50 mg' });
  await fillAll(who, { temperature: '36.8', pulse: '96', respiration: '20', systolic: '118', diastolic: '76', spo2: '94' });
  await field(who, 'oxygen').selectOption('cannula');
  await page.getByText(say('referrals', 'reason.U2'), { exact: true }).click();
  await field(who, 'infection').selectOption('none');
  await field(who, 'mode').selectOption('hospitalAmbulance');
  await fillAll(who, { routeMinutes: '380', companionName: '阿牛伍呷', companionPhone: '13900000001' });
  await consent(who, 'relative', '阿牛伍呷');
  await page.getByRole('button', { name: say('referrals', 'new.send.elective') }).click();
  await page.waitForURL(CASE);
};

/** The way home, begun on the page of the 上转; resolves to the id of the 下转. */
export const sendHomeFrom = async (who: Walker): Promise<string> => {
  const { page, say } = who;
  await page.getByRole('link', { name: say('referrals', 'page.offerDown') }).click();
  await page.waitForURL(FORM);
  const id = page.url().split('/').at(-2)!;
  await page.getByText(say('referrals', 'reason.D1'), { exact: true }).click();
  await consent(who, 'patient', '阿牛伍呷');
  await page.getByRole('button', { name: say('referrals', 'new.send.down') }).click();
  await page.waitForURL(CASE);
  return id;
};
