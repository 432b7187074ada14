import { expect, test } from 'vitest';
import { OPINION, stat } from '../cases.ts';
import { desk, phone } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

const field = ({ page }: Walker, name: string) => page.locator(`[data-field=${name}]`);
const sendButton = ({ page, say }: Walker) => page.getByRole('button', { name: say('consults', 'send.urgent') });

const pickCardiology = async ({ page, say }: Walker): Promise<void> => {
  await page.getByLabel(say('consults', 'field.hospital')).selectOption({ label: '象山县港湾医院(演示) 宁波市' });
  await page.getByRole('radio', { name: /心血管内科/ }).check({ force: true });
};

/** All that an ordinary request wants, but for the consent. */
const fillStory = async (doctor: Walker): Promise<void> => {
  await pickCardiology(doctor);
  for (const [name, text] of Object.entries({
    purpose: '是否转运行介入治疗？',
    name: '阿牛木嘎',
    idNumber: '513437196203140009',
    callbackPhone: '0834-8822120',
    dxName: '急性前壁心肌梗死',
    reason: '本院无介入条件',
    summary: '女，64 岁，突发胸痛 2 小时，V1–V4 导联 ST 段抬高。',
  }))
    await field(doctor, name).fill(text);
};

const signConsent = async (doctor: Walker): Promise<void> => {
  const { page, say } = doctor;
  await page.getByText(say('consults', 'consent.signed'), { exact: true }).click();
  await field(doctor, 'signer').selectOption('relative');
  await field(doctor, 'signerName').fill('阿牛伍呷');
  await field(doctor, 'feeExplained').check();
};

/** Everything that the page has put by for later, as text. */
const keptOnDevice = ({ page }: Walker): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((read, failed) => {
        const opening = indexedDB.open('shanhai');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            read(JSON.stringify(all.result));
          };
        };
      }),
  );

test('a full request: faults are shown where they are, a reload and a lost line lose nothing, and it is sent once', async () => {
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: phone });
  const { page, context, say } = doctor;
  const api = await apiOf('leibo.doctor');
  const before = (await api.consults.list({ box: 'open' })).items.length;
  await page.goto('/consults/new');
  await field(doctor, 'urgency').nth(1).check({ force: true });
  await fillStory(doctor);
  await field(doctor, 'idNumber').fill('513437196203140008');
  await sendButton(doctor).click();
  await page.getByText(say('consults', 'wrong.idNumber.checkDigit')).first().waitFor();
  await page.getByText(say('consults', 'wrong.consent.needed')).first().waitFor();
  await shotBoth(doctor, 'request-faults');

  await field(doctor, 'idNumber').fill('513437196203140009');
  await signConsent(doctor);
  await expect.poll(() => keptOnDevice(doctor)).toContain('阿牛伍呷');
  await page.reload();
  expect(await field(doctor, 'signerName').inputValue()).toBe('阿牛伍呷');
  expect(await field(doctor, 'birthDate').inputValue()).toBe('1962-03-14');

  doctor.expecting(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await context.setOffline(true);
  await sendButton(doctor).click();
  await page.getByText(say('consults', 'held.off')).waitFor();
  await shotBoth(doctor, 'request-offline');
  await context.setOffline(false);
  await page.waitForURL(/\/consults\/[0-9a-f-]{36}$/);

  const id = page.url().split('/').at(-1)!;
  const sent = await api.consults.read({ id });
  expect(sent).toMatchObject({ status: 'requested', urgency: 'urgent', missing: [] });
  expect(sent.timeline[0]!.verb).toBe('press');
  expect((await api.consults.list({ box: 'open' })).items).toHaveLength(before + 1);
  await api.consults.cancel({ id, note: '测试结束' });
  expectNoFaults();
});

test('nobody free: the partner’s desk rings, and a telephone answer is put on record', async () => {
  const specialists = await Promise.all(['xiangshan.specialist', 'xiangshan.specialist2'].map(apiOf));
  await Promise.all(specialists.map((api) => api.auth.updateMe({ availability: 'operating' })));
  const center = await arrive({ account: 'xiangshan.center', language: 'zh-CN', options: desk });
  const { page, say } = center;
  await page.goto('/roster');
  await page
    .getByRole('button', { name: say('directory', 'addOn').replace('{{day}}', '') })
    .first()
    .click();
  const doctor = await apiOf('leibo.doctor');
  const { id } = await doctor.consults.request(stat());
  // Also over a sheet that is open: it is seen, and can be pressed.
  await page.getByRole('button', { name: say('paging', 'fold') }).click();
  await page.getByRole('button', { name: say('paging', 'unfold') }).waitFor();
  await page.goto('/desk');
  await page.getByText(stat().purpose).waitFor();
  await shotBoth(center, 'desk-ring');
  await page.getByRole('button', { name: say('paging', 'byPhone') }).click();
  await page.getByRole('radio', { name: /陈屿/ }).check();
  await shotBoth(center, 'desk-phone');
  await page.getByRole('button', { name: say('consults', 'phone.confirm') }).click();
  await page.getByText(say('paging', 'quiet')).waitFor();
  const consult = await doctor.consults.read({ id });
  expect(consult).toMatchObject({ status: 'inSession', answeredByPhone: true, consultant: { name: '陈屿' } });
  // Whoever holds a STAT is not rung: the tests after this one want him free.
  await specialists[0]!.consults.sign({ id, opinion: OPINION });
  await Promise.all(specialists.map((api) => api.auth.updateMe({ availability: 'free' })));
  expectNoFaults();
});
