import { expect, test } from 'vitest';
import type { Sheet } from '../../contract/referralSheet.ts';
import type { Api } from '../api.ts';
import { desk, phone } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { CASE, consent, FORM, field, fillAll, refer, signedConsult } from './referralFormWalk.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();
const say = ({ say: text }: Walker, key: string) => text('referrals', key);
/** Resolves once the server has what was typed, and the page says so. */
const saved = async ({ page, say: text }: Walker, { api, id, sheet }: { api: Api; id: string; sheet: Sheet }): Promise<void> => {
  await expect.poll(async () => (await api.referrals.read({ id })).sheet, { timeout: 15_000 }).toMatchObject(sheet);
  await page.getByText(text('referrals', 'new.saved.server').replace('{{at}}', '').trim()).waitFor();
};

const STORY = { complaint: '胸痛 2 小时', allergies: '无' };
const SIGNS = { temperature: '36.8', pulse: '96', respiration: '20', systolic: '1180', diastolic: '76', spo2: '84' };

test('from a signed consult, one tap: prefilled, checked, saved through a reload and a cut line, submitted once', async () => {
  const consultId = await signedConsult(apiOf);
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const { page, context } = doctor;
  const id = await refer(doctor, consultId);
  expect(await field(doctor, 'dxName').inputValue()).toBe('急性前壁心肌梗死');
  expect(await field(doctor, 'callbackPhone').inputValue()).toBe('0834-8822120');
  await shotBoth(doctor, 'referral-form');

  await fillAll(doctor, { ...STORY, ...SIGNS });
  await page.getByText('收缩压 1180 不可能，是不是 118？').waitFor();
  await page.getByText(/血氧 84 偏离常见范围，确认无误可继续/).waitFor();
  await shotBoth(doctor, 'referral-vitals');
  await page.getByText(say(doctor, 'new.saved.held').replace('{{n}}', '1').replace('{{at}}', '').trim()).waitFor();
  await page.reload();
  expect(await field(doctor, 'systolic').inputValue()).toBe('1180');
  await field(doctor, 'systolic').fill('118');
  await field(doctor, 'oxygen').selectOption('cannula');
  const api = await apiOf('leibo.doctor');
  await saved(doctor, { api, id, sheet: { vitals: { systolic: 118, spo2: 84, oxygen: 'cannula' } } });

  doctor.expecting(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await context.setOffline(true);
  await field(doctor, 'treatments').fill('阿司匹林 300 mg');
  await page.getByText(say(doctor, 'new.saved.offline')).waitFor();
  await shotBoth(doctor, 'referral-offline');
  await context.setOffline(false);
  await saved(doctor, { api, id, sheet: { treatments: '阿司匹林 300 mg' } });

  await page.getByRole('button', { name: say(doctor, 'new.send.elective') }).click();
  await page.getByText(say(doctor, 'new.wrong.reasons.needed')).waitFor();
  await shotBoth(doctor, 'referral-faults');
  await page.getByText(say(doctor, 'reason.U2'), { exact: true }).click();
  await field(doctor, 'infection').selectOption('none');
  await field(doctor, 'mode').selectOption('hospitalAmbulance');
  await fillAll(doctor, { routeMinutes: '200', oxygenFlow: '3', oxygenLitres: '800' });
  await page.getByText('要 1,200 L（两倍余量），车上只有 800 L').waitFor();
  await fillAll(doctor, { companionName: '阿牛伍呷', companionPhone: '13900000001' });
  await consent(doctor, 'relative', '阿牛伍呷');
  await shotBoth(doctor, 'referral-ready');
  await page.getByRole('button', { name: say(doctor, 'new.send.elective') }).dblclick();
  await page.waitForURL(CASE);
  expect(await api.referrals.read({ id })).toMatchObject({ status: 'internalReview', lane: 'elective', consultId });
  expectNoFaults();
});

test('a green lane in the hand: 无名氏, three things, sent at once, and written on while it is fresh', async () => {
  const doctor = await arrive({ account: 'leibo.doctor', language: 'en', options: phone });
  const { page } = doctor;
  await page.goto('/referrals/new');
  await page.getByRole('radio', { name: new RegExp(say(doctor, 'new.lane.green')) }).check({ force: true });
  await page.getByText(doctor.say('consults', 'patient.unknown'), { exact: true }).click();
  await field(doctor, 'sex').selectOption('male');
  await field(doctor, 'approximateAge').fill('40');
  await shotBoth(doctor, 'referral-start');
  await page.getByRole('button', { name: say(doctor, 'new.start.go') }).click();
  await page.waitForURL(FORM);
  await page.getByRole('radio', { name: /心血管内科/ }).check({ force: true });
  const open = (part: string) => page.locator(`#part-${part} .part-head`).click();
  const send = page.getByRole('button', { name: say(doctor, 'new.send.green') });
  await send.click();
  await page.getByText(say(doctor, 'new.wrong.dxName.needed')).waitFor();
  await fillAll(doctor, { dxName: '多发伤' });
  await page.getByText(say(doctor, 'reason.U6'), { exact: true }).click();
  await shotBoth(doctor, 'referral-green');
  await page
    .getByRole('button', { name: /missing/ })
    .last()
    .click();
  await page.getByText(say(doctor, 'new.after.green.next.what')).waitFor();
  await shotBoth(doctor, 'referral-green-panel');
  await page.keyboard.press('Escape');
  await open('people');
  await fillAll(doctor, { callbackPhone: '0834-8822120' });
  await open('vitals');
  await fillAll(doctor, { systolic: '1180' });
  await send.click();
  await page.waitForURL(CASE);

  const id = page.url().split('/').at(-1)!;
  const api = await apiOf('leibo.doctor');
  const sent = await api.referrals.read({ id });
  expect(sent).toMatchObject({ status: 'submitted', lane: 'green', urgency: 'stat', sheet: { dx: { name: '多发伤' } } });
  expect(sent.sheet.vitals?.systolic).toBeUndefined();
  await page.goto(`/referrals/${id}/edit`);
  await open('vitals');
  expect(await field(doctor, 'systolic').inputValue()).toBe('1180');
  await field(doctor, 'systolic').fill('80');
  await saved(doctor, { api, id, sheet: { vitals: { systolic: 80 } } });
  await api.referrals.giveUp({ id, note: '测试结束' });
  await page.getByText(say(doctor, 'new.closed.title')).waitFor();
  expectNoFaults();
});

test('changed elsewhere: both texts are kept until one is chosen, and the choice can be taken back', async () => {
  const api = await apiOf('leibo.doctor');
  const patient = { known: false, sex: 'female', approximateAge: 30 } as const;
  const { id, version } = await api.referrals.start({ direction: 'up', from: { patient } });
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const { page } = doctor;
  doctor.expecting(/409/);
  await page.goto(`/referrals/${id}/edit`);
  await field(doctor, 'complaint').waitFor();
  await api.referrals.write({ id, version, sheet: { complaint: '另一处写的' } });
  await field(doctor, 'complaint').fill('这里写的');
  await page.getByText(say(doctor, 'new.rival.text')).waitFor();
  await shotBoth(doctor, 'referral-rival');
  await page.getByRole('button', { name: say(doctor, 'new.rival.theirs') }).click();
  expect(await field(doctor, 'complaint').inputValue()).toBe('另一处写的');
  await page.getByRole('button', { name: say(doctor, 'new.rival.back') }).click();
  expect(await field(doctor, 'complaint').inputValue()).toBe('这里写的');
  await saved(doctor, { api, id, sheet: { complaint: '这里写的' } });

  await page.reload();
  const again = await api.referrals.read({ id });
  await field(doctor, 'complaint').waitFor();
  await api.referrals.write({ id, version: again.version, sheet: { complaint: '又改了' } });
  await field(doctor, 'complaint').fill('我的');
  await page.getByRole('button', { name: say(doctor, 'new.rival.mine') }).click();
  await saved(doctor, { api, id, sheet: { complaint: '我的' } });
  await api.referrals.cancel({ id, note: '测试结束' });
  expectNoFaults();
});
