import { expect, test } from 'vitest';
import { departmentId } from '../../prisma/seed/departments.ts';
import { SHEET } from '../sheets.ts';
import { desk } from './browser.ts';
import { shotBoth } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

test('the sheet is opened in a tab of its own, from the page of the referral', async () => {
  const { referrals } = await apiOf('leibo.doctor');
  const patient = { known: true, name: '吉克阿呷', sex: 'female', birthDate: '1994-03-02' } as const;
  const { id, version } = await referrals.start({ direction: 'up', lane: 'green', from: { patient } });
  const destination = { departmentId: departmentId('jinjiang', '28') };
  await referrals.write({ id, version, destination, sheet: SHEET });

  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const { page, context, say } = doctor;
  await page.goto(`/referrals/${id}`);
  const print = page.getByRole('button', { name: say('referralFiles', 'print') });
  const [tab, reply] = await Promise.all([
    context.waitForEvent('page'),
    context.waitForEvent('response', (one) => one.url().endsWith(`/referrals/${id}/sheet`)),
    print.click(),
  ]);
  expect(reply.headers()['content-type']).toBe('application/pdf');
  // A browser without a viewer saves the file and closes the tab.
  await expect.poll(() => tab.isClosed() || tab.url().startsWith('blob:'), { timeout: 10_000 }).toBe(true);
  await shotBoth(doctor, 'referral-print');
  expectNoFaults();
});
