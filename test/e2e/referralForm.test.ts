import { expect, test } from 'vitest';
import { personId } from '../../prisma/seed/network.ts';
import { OPINION, urgent } from '../cases.ts';
import { desk } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();
const FORM = /\/referrals\/[0-9a-f-]{36}\/edit$/;
const CASE = /\/referrals\/[0-9a-f-]{36}$/;

const field = ({ page }: Walker, name: string) => page.locator(`[data-field=${name}]`);
const say = ({ say: text }: Walker, key: string) => text('referrals', key);
const idOf = ({ page }: Walker) => page.url().split('/').at(-2)!;

const fillAll = async (who: Walker, texts: Record<string, string>): Promise<void> => {
  for (const [name, text] of Object.entries(texts)) await field(who, name).fill(text);
};
/** Resolves once the server has what was typed. */
const saved = ({ page, say: text }: Walker) =>
  page.getByText(text('referrals', 'new.saved.server').replace('{{at}}', '').trim()).waitFor();

const STORY = { complaint: '胸痛 2 小时', allergies: '无' };
const SIGNS = { temperature: '36.8', pulse: '96', respiration: '20', systolic: '1180', diastolic: '76', spo2: '84' };

/** A consult of Leibo that cardiology in Xiangshan has signed. */
const signedConsult = async (): Promise<string> => {
  const [doctor, specialist] = [await apiOf('leibo.doctor'), await apiOf('xiangshan.specialist')];
  const { id } = await doctor.consults.request(urgent());
  await specialist.consults.accept({ id });
  await specialist.consults.answerByPhone({ id, specialistId: personId('xiangshan.specialist') });
  await specialist.consults.sign({ id, opinion: OPINION });
  return id;
};

test('from a signed consult, one tap: prefilled, checked, saved through a reload and a cut line, submitted once', async () => {
  const consultId = await signedConsult();
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const { page, context } = doctor;
  await page.goto(`/consults/${consultId}`);
  await page.getByRole('link', { name: doctor.say('consults', 'verb.refer') }).click();
  await page.waitForURL(FORM);
  expect(await field(doctor, 'dxName').inputValue()).toBe('急性前壁心肌梗死');
  expect(await field(doctor, 'callbackPhone').inputValue()).toBe('0834-8822120');
  await shotBoth(doctor, 'referral-form');

  await fillAll(doctor, { ...STORY, ...SIGNS });
  await page.getByText('收缩压 1180 不可能，是不是 118？').waitFor();
  await page.getByText(/血氧 84 偏离常见范围，确认无误可继续/).waitFor();
  await shotBoth(doctor, 'referral-vitals');
  await page.reload();
  expect(await field(doctor, 'systolic').inputValue()).toBe('1180');
  await field(doctor, 'systolic').fill('118');
  await field(doctor, 'oxygen').selectOption('cannula');
  await saved(doctor);

  doctor.expecting(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await context.setOffline(true);
  await field(doctor, 'treatments').fill('阿司匹林 300 mg');
  await page.getByText(say(doctor, 'new.saved.offline')).waitFor();
  await shotBoth(doctor, 'referral-offline');
  await context.setOffline(false);
  await saved(doctor);
  const api = await apiOf('leibo.doctor');
  const id = idOf(doctor);
  expect((await api.referrals.read({ id })).sheet).toMatchObject({
    treatments: '阿司匹林 300 mg',
    vitals: { systolic: 118, spo2: 84, oxygen: 'cannula' },
  });

  await page.getByRole('button', { name: say(doctor, 'new.send.elective') }).click();
  await page.getByText(say(doctor, 'new.wrong.reasons.needed')).waitFor();
  await shotBoth(doctor, 'referral-faults');
  await page.getByText(say(doctor, 'reason.U2'), { exact: true }).click();
  await field(doctor, 'infection').selectOption('none');
  await field(doctor, 'mode').selectOption('hospitalAmbulance');
  await fillAll(doctor, { routeMinutes: '200', oxygenFlow: '3', oxygenLitres: '800' });
  await page.getByText('需 2 倍储备 1,200 L，现有 800 L，不够').waitFor();
  await fillAll(doctor, { companionName: '阿牛伍呷', companionPhone: '13900000001' });
  await field(doctor, 'consent').check();
  await field(doctor, 'signer').selectOption('relative');
  await field(doctor, 'signerName').fill('阿牛伍呷');
  await shotBoth(doctor, 'referral-ready');
  await page.getByRole('button', { name: say(doctor, 'new.send.elective') }).dblclick();
  await page.waitForURL(CASE);
  expect(await api.referrals.read({ id })).toMatchObject({ status: 'internalReview', lane: 'elective', consultId });
  expectNoFaults();
});
