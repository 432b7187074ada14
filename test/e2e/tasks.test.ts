import { expect, test } from 'vitest';
import { urgent } from '../cases.ts';
import { desk, phone, shot, spoken } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

/** A consult in which both sides have begun to talk, by telephone. */
const answered = async (): Promise<string> => {
  const [doctor, specialist] = [await apiOf('leibo.doctor'), await apiOf('xiangshan.specialist')];
  const { id } = await doctor.consults.request(urgent());
  await doctor.consults.answerByPhone({ id, specialistId: (await specialist.auth.me()).id });
  return id;
};

const ask = async ({ page, say }: Walker, title: string): Promise<void> => {
  await page.getByRole('button', { name: say('tasks', 'new.open') }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: say('tasks', 'new.send') }).click();
  await sheet.getByRole('alert').waitFor();
  await sheet.getByLabel(say('tasks', 'field.title')).fill(title);
  await sheet.getByLabel(say('tasks', 'field.detail')).fill('写明复查时间和停药条件');
};

const walks = [
  { language: 'zh-CN', atDesk: true },
  { language: 'en', atDesk: false },
] as const;

test.for(spoken(walks))('a task for the other side, done there and seen here, in $language', async ({ language, atDesk }) => {
  const id = await answered();
  const title = `补充随访计划 ${language}`;
  const doctor = await arrive({ account: 'leibo.doctor', language, options: atDesk ? desk : phone });
  const specialist = await arrive({ account: 'xiangshan.specialist', language, options: atDesk ? phone : desk });
  const { page, say } = doctor;
  await page.goto(`/consults/${id}`);
  await ask(doctor, title);
  await shotBoth(doctor, 'task-new');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('tasks', 'new.send') })
    .click();
  await page.getByRole('link', { name: title }).waitFor();
  await page.getByRole('link', { name: title }).scrollIntoViewIfNeeded();
  await shot(page, `task-case-${language}`);

  await specialist.page.getByRole('link', { name: title }).waitFor();
  await shotBoth(specialist, 'task-home');
  await specialist.page.goto('/tasks');
  await specialist.page.getByRole('link', { name: title }).waitFor();
  await shotBoth(specialist, 'task-list');
  await specialist.page.getByRole('link', { name: title }).click();
  const sheet = specialist.page.getByRole('dialog');
  await sheet.getByLabel(specialist.say('tasks', 'finish.note')).fill('已写入意见，24 小时后复查');
  await shotBoth(specialist, 'task-sheet');
  await page.getByText(say('tasks', 'read')).waitFor();
  await sheet.getByRole('button', { name: specialist.say('tasks', 'verb.finish'), exact: true }).click();

  await page.locator('.task-mini', { hasText: title }).getByText(say('tasks', 'status.done')).waitFor();
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('dialog').getByText('已写入意见，24 小时后复查').waitFor();
  await shotBoth(doctor, 'task-done');
  expect((await (await apiOf('leibo.doctor')).tasks.list({ box: 'done' })).items.map((task) => task.title)).toContain(title);
  expectNoFaults();
});

test('a coordinator gives a task of the hospital to somebody, and to whom it was given declines', async () => {
  const id = await answered();
  const { memberships } = await (await apiOf('leibo.doctor')).auth.me();
  const { hospital, department } = memberships[0]!;
  const owner = { hospitalId: hospital.id, departmentId: department!.id, role: 'doctor' } as const;
  const dueAt = new Date(Date.now() + 3_600_000).toISOString();
  const { open } = (await apiOf('xiangshan.specialist')).tasks;
  await open({ kind: 'followUp', subject: { kind: 'consult', id }, title: '复查肌钙蛋白', owner, dueAt });

  const center = await arrive({ account: 'leibo.center', language: 'zh-CN', options: desk });
  const { page, say } = center;
  await page.goto('/tasks?box=desk');
  await page.getByRole('link', { name: '复查肌钙蛋白' }).waitFor();
  await shotBoth(center, 'task-desk');
  await page.getByRole('link', { name: '复查肌钙蛋白' }).click();
  await page.getByRole('button', { name: say('tasks', 'verb.reassign') }).click();
  await page.getByText('曲比阿乌').click();
  await shotBoth(center, 'task-reassign');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('tasks', 'reassign.confirm'), exact: true })
    .click();
  await page.getByText('曲比阿乌').waitFor();

  const relief = await arrive({ account: 'leibo.doctor2', language: 'zh-CN', options: phone });
  await relief.page.goto('/tasks');
  await relief.page.getByRole('link', { name: '复查肌钙蛋白' }).click();
  await relief.page.getByRole('button', { name: say('tasks', 'verb.decline') }).click();
  await relief.page.getByLabel(say('tasks', 'reason')).fill('试剂用完，明早到');
  await shotBoth(relief, 'task-decline');
  await relief.page.getByRole('button', { name: say('tasks', 'decline.confirm') }).click();
  await relief.page.getByRole('tab', { name: say('tasks', 'box.done') }).click();
  await relief.page.getByText('复查肌钙蛋白').waitFor();
  await shotBoth(relief, 'task-ended');
  expectNoFaults();
});

test('what nobody reads is shown at the desk of whoever owes it, on the wall too', async () => {
  const id = await answered();
  const { memberships } = await (await apiOf('leibo.doctor')).auth.me();
  const { hospital, department } = memberships[0]!;
  const owner = { hospitalId: hospital.id, departmentId: department!.id, role: 'doctor' } as const;
  const center = await arrive({ account: 'leibo.center', language: 'zh-CN', options: desk });
  const { page, say } = center;
  await page.goto('/desk');
  const dueAt = new Date(Date.now() + 6_000).toISOString();
  const { open } = (await apiOf('xiangshan.specialist')).tasks;
  await open({ kind: 'other', subject: { kind: 'consult', id }, title: '马上回电', owner, dueAt });
  await page.getByRole('heading', { name: say('tasks', 'rung.title') }).waitFor();
  await shotBoth(center, 'task-rung-desk');
  await page.goto('/');
  await page.getByRole('link', { name: '马上回电' }).click();
  await page.getByRole('dialog').getByText(say('tasks', 'escalated').split('{{')[0]!).waitFor();
  await shotBoth(center, 'task-rung');
  expectNoFaults();
});
