import { expect, test } from 'vitest';
import { draftUp, NEUROLOGY, sendGreen } from '../transfers.ts';
import { desk, phone, spoken } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { completeAndSend, refer, sendHomeFrom, signedConsult } from './referralFormWalk.ts';
import { arrangeBed, confirm, expectStatus, expectStep, open, press, record, returnSummary } from './referralWalk.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

/** Three people on many pages: slow machines need their time. */
const LONG = { timeout: 420_000 };

const walks = [
  { language: 'zh-CN', atDesk: 'doctor' },
  { language: 'en', atDesk: 'center' },
] as const;

/** Where the car is, by the phone’s own location. */
const sharePosition = async ({ page, context, say }: Walker): Promise<void> => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 28.2627, longitude: 103.5734 });
  await page.getByRole('button', { name: say('referrals', 'verb.position') }).click();
};

/** What a `datetime-local` field takes, Beijing time. */
const inHours = (hours: number): string => new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(0, 16);

test.for(spoken(walks))('from the draft to the door, in $language, $atDesk at the desk', LONG, async ({ language, atDesk }) => {
  const seat = (who: string) => (who === atDesk ? desk : phone);
  const doctor = await arrive({ account: 'leibo.doctor', language, options: seat('doctor') });
  const local = await apiOf('leibo.doctor');
  const { id } = await draftUp(local);
  await open(doctor, id);
  await shotBoth(doctor, 'referral-draft');
  await record(doctor, 'submit');
  const review = await arrive({ account: 'leibo.center', language, options: desk });
  await open(review, id);
  await record(review, 'approve');
  await expectStep(doctor, 'receive');
  await review.page.close();

  const center = await arrive({ account: 'xiangshan.center', language, options: seat('center') });
  await open(center, id);
  await shotBoth(center, 'referral-asked');
  await record(center, 'accept', '同意接收');
  await expectStep(doctor, 'arrange');
  const bed = await arrangeBed(center);
  const code = (await local.referrals.read({ id })).arrangement!.code;
  for (const text of [bed, code]) await doctor.page.getByText(text, { exact: true }).waitFor();
  await shotBoth(doctor, 'referral-arranged');

  await doctor.page.getByRole('button', { name: doctor.say('referrals', 'verb.ready') }).click();
  await confirm(doctor, 'ready');
  await press(doctor, 'depart');
  await shotBoth(doctor, 'referral-depart');
  await confirm(doctor, 'depart');
  await expectStep(center, 'arrive');
  await sharePosition(doctor);
  await center.page.getByText('28.2627, 103.5734').waitFor();
  await shotBoth(doctor, 'referral-road');

  await press(center, 'arrive');
  await center.page.locator('dialog[open]').getByLabel(center.say('referrals', 'page.arrive.code')).fill(code);
  await confirm(center, 'arrive');
  await expectStep(doctor, 'admit');
  expectNoFaults();
});

test('one story, from the signed consult to closed at home, in two browsers', LONG, async () => {
  const consultId = await signedConsult(apiOf);
  const review = await apiOf('leibo.center');
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const specialist = await arrive({ account: 'xiangshan.specialist', language: 'zh-CN', options: desk });
  const id = await refer(doctor, consultId);
  await completeAndSend(doctor);
  await review.referrals.approve({ id });

  await open(specialist, id);
  await record(specialist, 'accept');
  await arrangeBed(specialist);
  await press(doctor, 'depart');
  await confirm(doctor, 'depart');
  await expectStep(specialist, 'arrive');
  await record(specialist, 'arrive');
  await press(specialist, 'admit');
  await specialist.page.getByRole('radio', { name: specialist.say('referrals', 'page.admit.icu') }).check();
  await confirm(specialist, 'admit');
  await record(specialist, 'discharge');
  await expectStep(doctor, 'summary');
  await returnSummary(specialist);
  await doctor.page.locator('.signature').waitFor();
  await shotBoth(doctor, 'referral-summary');

  const home = await sendHomeFrom(specialist);
  await open(doctor, home);
  await shotBoth(doctor, 'referral-home');
  await record(doctor, 'accept');
  await press(doctor, 'arrange');
  await doctor.page.getByLabel(doctor.say('referrals', 'page.eta.label')).fill(inHours(3));
  await confirm(doctor, 'arrange');
  await record(doctor, 'arrive');
  await expectStep(specialist, 'followUp');
  await record(doctor, 'followUp', '恢复好，伤口无渗出');
  await record(doctor, 'close');
  await Promise.all([doctor, specialist].map((of) => expectStatus(of, 'closed')));
  await shotBoth(doctor, 'referral-home-closed');
  await open(doctor, id);
  await expectStatus(doctor, 'closed');
  await shotBoth(doctor, 'referral-closed');
  expectNoFaults();
});

test('a hospital says no, another is asked, and whoever comes second is told who was faster', async () => {
  const local = await apiOf('leibo.doctor');
  const { id } = await sendGreen(local);
  const center = await arrive({ account: 'xiangshan.center', language: 'zh-CN', options: desk });
  // The event of one's own no may ask once more for a case that is no longer seen.
  center.expecting(/404.*\/referrals\//);
  await open(center, id);
  await press(center, 'reject');
  await center.page.getByRole('radio', { name: /R5/ }).check();
  await center.page.locator('dialog[open] textarea').fill('锦江综合医院');
  await shotBoth(center, 'referral-reject');
  await confirm(center, 'reject');

  const sender = await arrive({ account: 'leibo.center', language: 'zh-CN', options: phone });
  await open(sender, id);
  await sender.page.getByText('R5', { exact: false }).first().waitFor();
  await shotBoth(sender, 'referral-rejected');
  await press(sender, 'reroute');
  await sender.page
    .getByRole('radio', { name: /神经内科/ })
    .first()
    .waitFor();
  await shotBoth(sender, 'referral-reroute');
  await sender.page
    .getByRole('radio', { name: /神经内科/ })
    .first()
    .check();
  // Meanwhile the doctor asks the same: the desk comes second.
  sender.expecting(/409.*\/reroute/);
  await local.referrals.reroute({ id, destination: { departmentId: NEUROLOGY } });
  await sender.page.locator('dialog[open] footer .btn-primary').click();
  await sender.page.locator('dialog[open]', { hasText: '马海木呷' }).waitFor();
  await shotBoth(sender, 'referral-overtaken');
  await sender.page.keyboard.press('Escape');
  await sender.page.getByText(sender.say('referrals', 'page.rail.refused').replace('{{n}}', '1')).waitFor();
  await local.referrals.cancel({ id, note: '测试结束' });
  await expectStatus(sender, 'cancelled');
  expectNoFaults();
});

test('whoever has nothing to do with it breaks the glass with a reason, reads, and cannot write', async () => {
  const local = await apiOf('leibo.doctor');
  const { id } = await sendGreen(local);
  const stranger = await arrive({ account: 'meigu.doctor', language: 'zh-CN', options: phone });
  const { page, say } = stranger;
  stranger.expecting(/404.*\/referrals\//);
  await page.goto(`/referrals/${id}`);
  await page.getByRole('button', { name: say('referrals', 'page.glass.ask') }).click();
  await page.getByLabel(say('referrals', 'page.glass.why')).fill('看看');
  await page.getByRole('button', { name: say('referrals', 'page.glass.open') }).click();
  await page.getByText(say('referrals', 'page.glass.short')).waitFor();
  await shotBoth(stranger, 'referral-glass');
  await page.getByLabel(say('referrals', 'page.glass.why')).fill('患者送到本院急诊，家属说正在转诊');
  await page.getByRole('button', { name: say('referrals', 'page.glass.open') }).click();
  await page.locator('.glass-band').waitFor();
  await shotBoth(stranger, 'referral-glass-open');
  expect(await page.locator('.ref-now .verbs .btn, .ref-now .btn-primary, .say').count()).toBe(0);
  await local.referrals.cancel({ id, note: '测试结束' });
  await page.reload();
  await expectStatus(stranger, 'cancelled');
  expectNoFaults();
});
