import { expect, test } from 'vitest';
import { OPINION } from '../cases.ts';
import { GOOD } from '../files.ts';
import { desk, phone, shot } from './browser.ts';
import { call, node, open, QUBI, recorded, stampAgo, tab } from './emergencyWalk.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();
/** Walks of many pages: slow machines need their time. */
const LONG = { timeout: 300_000 };

const linksCard = ({ page, say }: Walker) => page.getByRole('region', { name: say('links', 'title') });
const aim = async (of: Walker): Promise<void> => {
  if (of.page.viewportSize()!.width < 768) {
    await of.page.locator('.ec-hand').waitFor();
    await tab(of, 'papers');
  }
  await linksCard(of).scrollIntoViewIfNeeded();
};
const idAt = ({ page }: Walker): string => page.url().match(/[0-9a-f-]{36}/)![0];

test('one story: from the case to a signed consult and a referral on the road, and back from both', LONG, async () => {
  const local = await apiOf('leibo.doctor');
  const id = await call(local, { patient: QUBI, bed: '2', flags: ['stemi'] });
  await stampAgo(local, id, { ONSET: 90, FMC: 24, DOOR: 20, ECG1: 16 });
  const { emergencyNo } = await local.emergency.read({ id });
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const { page, say } = doctor;
  await open(doctor, id);
  await linksCard(doctor).getByText(say('links', 'invite')).waitFor();
  await shotBoth(doctor, 'emergency-links-empty', () => aim(doctor));

  await linksCard(doctor)
    .getByRole('link', { name: say('links', 'open.consult') })
    .click();
  await page.getByText('曲比阿木').first().waitFor();
  await page.locator('[data-field=purpose]').fill('是否立即溶栓？');
  await shotBoth(doctor, 'emergency-consult-form');
  await page.getByRole('button', { name: say('consults', 'send.stat') }).click();
  await page.waitForURL(/\/consults\/[0-9a-f-]{36}$/);
  const consultId = idAt(doctor);
  await page.getByRole('link', { name: emergencyNo }).waitFor();
  await shotBoth(doctor, 'emergency-consult');

  const specialist = await apiOf('xiangshan.specialist');
  const { consultant } = await specialist.consults.accept({ id: consultId });
  await local.consults.answerByPhone({ id: consultId, specialistId: consultant!.id });
  await page.getByRole('link', { name: emergencyNo }).click();
  await page.locator('.ec-head').waitFor();
  await specialist.consults.sign({ id: consultId, opinion: OPINION });
  await page.locator('.ec-desk').getByText(node(doctor, 'ECG_DX'), { exact: true }).first().waitFor();
  await linksCard(doctor).getByText(say('consults', 'status.signed')).waitFor();

  await linksCard(doctor)
    .getByRole('link', { name: say('links', 'open.referral') })
    .click();
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}\/edit$/);
  const referralId = idAt(doctor);
  await page.getByText('曲比阿木').first().waitFor();
  await shotBoth(doctor, 'emergency-referral-form');
  const draft = await local.referrals.read({ id: referralId });
  const written = await local.referrals.write({ id: referralId, version: draft.version, sheet: { reasons: ['U2'] } });
  await local.referrals.submit({ id: referralId, version: written.version });
  await page.goto(`/referrals/${referralId}`);
  await page.getByRole('link', { name: emergencyNo }).waitFor();
  await shotBoth(doctor, 'emergency-referral');
  await page.getByRole('link', { name: emergencyNo }).click();
  await linksCard(doctor).getByText(say('referrals', 'status.submitted')).waitFor();
  await local.referrals.depart({ id: referralId, expectedAt: new Date(Date.now() + 3 * 3_600_000).toISOString() });
  await linksCard(doctor).getByText(say('referrals', 'status.departed')).waitFor();
  await shotBoth(doctor, 'emergency-links', () => aim(doctor));
  const english = await arrive({ account: 'leibo.doctor', language: 'en', options: desk });
  await open(english, id);
  await shotBoth(english, 'emergency-links', () => aim(english));
  await english.page.goto(`/consults/${consultId}`);
  await english.page.getByRole('link', { name: emergencyNo }).waitFor();
  await shot(english.page, 'emergency-consult-en-1440');
  const shown = await local.emergency.read({ id });
  const stamped = shown.timepoints.filter(({ source }) => source === 'platform').map((point) => point.node);
  expect(stamped.sort()).toEqual(['DEPART', 'DOOR_OUT', 'ECG_DX']);
  expect(shown.flags).toContain('transferOut');

  await page.goto(`/patients/${shown.patient.id}`);
  await page.getByText(say('links', 'origin.from')).first().waitFor();
  await shot(page, 'emergency-links-patient-zh-CN-1440');
  await local.emergency.close({ id, outcome: 'transferred' });
  // A green lane that nobody has taken would ring over the pages of whoever comes next.
  await (await apiOf('xiangshan.center')).referrals.accept({ id: referralId });
  expectNoFaults();
});

test('an ECG that was sent is a time, in the hand', LONG, async () => {
  const local = await apiOf('leibo.doctor');
  const id = await call(local, { patient: QUBI, bed: '2' });
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: phone });
  const { page, say } = doctor;
  await open(doctor, id);
  await tab(doctor, 'papers');
  await linksCard(doctor)
    .getByRole('link', { name: say('links', 'open.consult') })
    .waitFor();
  const { content } = GOOD['png']!;
  await page.getByTestId('attachments').setInputFiles({ name: '12.png', mimeType: 'image/png', buffer: content });
  await page.locator('.file-chosen .toggle', { hasText: say('attachments', 'ecg') }).click();
  await shot(page, 'emergency-ecg-zh-CN-360');
  await page.locator('.file-add .btn').last().click();
  await page.locator('.file small', { hasText: say('attachments', 'ecg') }).waitFor();
  await tab(doctor, 'nodes');
  await recorded(doctor, 'ECG_TX')
    .or(page.getByText(node(doctor, 'ECG_TX')))
    .first()
    .waitFor();
  await shot(page, 'emergency-ecg-node-zh-CN-360');
  await local.emergency.standDown({ id });
  expectNoFaults();
});
