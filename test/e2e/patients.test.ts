import { expect, test } from 'vitest';
import type { Api } from '../api.ts';
import { urgent } from '../cases.ts';
import { numbered, somebody } from '../somebody.ts';
import { desk, phone, shot } from './browser.ts';
import { shotBoth } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

/** A demonstration number: 000 was never given out. */
const NUMBER = numbered('51343719700505000');

/** Whom two departments of 雷波 have written down today, each for itself. */
const writtenTwice = async (api: Api) => {
  const { items } = await api.consults.list({ box: 'open', limit: 100 });
  const row = items.find(({ dx, from }) => dx === '急性非ST段抬高型心肌梗死' && from.shortName === '雷波')!;
  return { name: row.patient.name! };
};

test('search, page, time line, case; two records of one person are put together and taken apart again', async () => {
  const center = await arrive({ account: 'leibo.center', language: 'zh-CN', options: desk });
  const { page, say } = center;
  const api = await apiOf('leibo.center');
  const { name } = await writtenTwice(api);
  const before = (await api.patients.find({ text: name })).items.length;

  await page.getByRole('link', { name: say('common', 'nav.patients') }).click();
  await page.getByLabel(say('patients', 'find.label')).fill('查无此人');
  await page.keyboard.press('Enter');
  await page.getByText(say('patients', 'find.none')).waitFor();
  await shotBoth(center, 'patients-none');
  await page.getByLabel(say('patients', 'find.label')).fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name }).first().waitFor();
  expect(await page.getByRole('link', { name }).count()).toBe(before);
  expect(page.url()).not.toContain(encodeURIComponent(name));
  await shotBoth(center, 'patients-found');

  await page.getByRole('link', { name }).first().click();
  await page.waitForURL(/\/patients\/[0-9a-f-]{36}$/);
  await page.getByText(say('patients', 'duplicates.title')).waitFor();
  await shotBoth(center, 'patient');
  await page.getByRole('button', { name: say('patients', 'merge.open'), exact: true }).click();
  await page.getByRole('button', { name: say('patients', 'merge.confirm') }).click();
  await page.getByText(say('patients', 'merge.whyNeeded')).waitFor();
  await page.getByLabel(say('patients', 'merge.why')).fill('核对了身份证，问过家属');
  await shotBoth(center, 'patient-merge');
  await page.getByRole('button', { name: say('patients', 'merge.confirm') }).click();
  await page.getByText(say('patients', 'merge.done'), { exact: true }).waitFor();
  await page.getByText(say('patients', 'merges.title')).waitFor();
  expect((await api.patients.find({ text: name })).items).toHaveLength(before - 1);
  await shotBoth(center, 'patient-merged');
  await page.getByRole('button', { name: say('patients', 'merge.undo'), exact: true }).click();
  await page.getByText(say('patients', 'merge.undone')).waitFor();
  expect((await api.patients.find({ text: name })).items).toHaveLength(before);

  await page.getByRole('tab', { name: say('patients', 'kind.consult') }).click();
  const [line] = await page.locator('.entry a').all();
  await line!.click();
  await page.waitForURL(/\/consults\/[0-9a-f-]{36}$/);
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await page.waitForURL(/\/patients\//);
  expectNoFaults();
});

test('in English and in the hand; a page that is not yours says nothing', async () => {
  const api = await apiOf('leibo.center');
  const { name } = await writtenTwice(api);
  const { patient } = (await api.patients.find({ text: name })).items[0]!;
  const center = await arrive({ account: 'leibo.center', language: 'en', options: phone });
  await center.page.goto(`/patients/${patient.id}`);
  await center.page.locator('.entry').first().waitFor();
  await center.page.getByText(center.say('patients', 'duplicates.title')).waitFor();
  await shotBoth(center, 'patient');
  await center.page.locator('.person-aside').scrollIntoViewIfNeeded();
  await shot(center.page, 'patient-en-360-below');
  await center.page.goto('/patients');
  await center.page.getByLabel(center.say('patients', 'find.label')).waitFor();
  await shotBoth(center, 'patients');

  const stranger = await arrive({ account: 'jinchuan.doctor', language: 'zh-CN', options: phone });
  stranger.expecting(/404/);
  await stranger.page.goto(`/patients/${patient.id}`);
  await stranger.page.getByText(stranger.say('patients', 'failed.closed')).waitFor();
  await shotBoth(stranger, 'patient-closed');
  expectNoFaults();
});

test('a second request for the same person is warned of the first', async () => {
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const api = await apiOf('leibo.doctor');
  const { patient, consultNo, id } = await api.consults.request(urgent({ patient: somebody({ idNumber: NUMBER }) }));
  const { page, say } = doctor;
  await page.goto('/consults/new');
  await page.locator('[data-field=urgency]').nth(1).check({ force: true });
  await page.locator('[data-field=idNumber]').fill(NUMBER);
  await page.getByRole('link', { name: consultNo }).waitFor();
  await page.getByRole('link', { name: consultNo }).scrollIntoViewIfNeeded();
  await shotBoth(doctor, 'request-open-case');
  expect(patient.idNumber).toMatch(/^\*+/);
  await page.getByText(say('patients', 'open.note').split('{{')[0]!.trim()).waitFor();
  await api.consults.cancel({ id, note: '测试结束' });
  expectNoFaults();
});
