import { expect, test } from 'vitest';
import { CARDIOLOGY, stat } from '../cases.ts';
import { desk, phone, spoken } from './browser.ts';
import {
  adoptAndClose,
  adviseAndConfirm,
  answerRing,
  chat,
  enterRoom,
  requestStat,
  shotBoth,
  type Walker,
  waitForRing,
  waitForSilence,
  writeAndSign,
} from './journey.ts';
import { connections, expectToSeeAndHear } from './media.ts';
import { workersOf } from './server.ts';
import { openStage } from './stage.ts';

const { server, arrive, apiOf, expectNoFaults } = openStage();

const month = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

/** The figure of closed consults on the administrator's page of this month. */
const closedFigure = async (admin: Walker): Promise<number> => {
  await admin.page.goto(`/stats?from=${month()}&to=${month()}`);
  const card = admin.page.locator('.kpi', { hasText: admin.say('stats', 'kpi.closed') });
  return Number.parseInt(await card.locator('output').innerText(), 10);
};

const expectListed = async (admin: Walker, consultNo: string): Promise<void> => {
  await shotBoth(admin, 'statistics');
  await admin.page.getByRole('link', { name: admin.say('stats', 'kpi.closed') }).click();
  await admin.page.getByText(consultNo).first().waitFor();
};

const expectSoundChain = async (auditor: Walker): Promise<void> => {
  await auditor.page.goto('/audit');
  await auditor.page.getByRole('button', { name: auditor.say('audit', 'verify.run') }).click();
  await auditor.page.getByText(auditor.say('audit', 'verify.sound')).waitFor();
  await shotBoth(auditor, 'audit');
};

const seeAndHearEachOther = async (people: readonly Walker[], since: readonly number[] = [0, 0]): Promise<void> => {
  await Promise.all(people.map(({ page }, at) => expectToSeeAndHear(page, since[at])));
};

/** Every worker is killed; new connections carry picture and sound again without a press. */
const surviveKilledWorker = async (people: readonly Walker[]): Promise<void> => {
  const made = await Promise.all(people.map(({ page }) => connections(page)));
  for (const pid of workersOf(server)) process.kill(pid, 'SIGKILL');
  await seeAndHearEachOther(people, made);
};

/** The line drops and is back within the lease: same seat, muted stays muted, nobody was told of a leave. */
const surviveLostLine = async (lost: Walker, other: Walker): Promise<void> => {
  const { page, context, say } = lost;
  lost.expecting(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await page.keyboard.press('m');
  await other.page.getByRole('img', { name: other.say('calls', 'tile.muted') }).waitFor();
  await context.setOffline(true);
  await page.getByText(say('calls', 'away.title')).waitFor({ timeout: 40_000 });
  await shotBoth(lost, 'away');
  await context.setOffline(false);
  await page.getByText(say('calls', 'away.title')).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: say('calls', 'bar.unmute') }).waitFor();
  expect(await other.page.getByRole('img', { name: other.say('calls', 'tile.muted') }).count()).toBe(1);
  await page.keyboard.press('m');
  await seeAndHearEachOther([lost, other]);
};

/** A reload of the page in the middle of a talk: back inside without a press, muted as before, and the other sees and hears again. */
const surviveReload = async (lost: Walker, other: Walker): Promise<void> => {
  await lost.page.keyboard.press('m');
  await other.page.getByRole('img', { name: other.say('calls', 'tile.muted') }).waitFor();
  await lost.page.reload();
  await lost.page.getByRole('button', { name: lost.say('calls', 'bar.unmute') }).waitFor();
  await other.page.getByRole('img', { name: other.say('calls', 'tile.muted') }).waitFor();
  await lost.page.keyboard.press('m');
  await seeAndHearEachOther([lost, other]);
};

const walks = [
  { language: 'zh-CN', atDesk: 'doctor' },
  { language: 'en', atDesk: 'specialist' },
] as const;

test.for(spoken(walks))('from request to closed, in $language, $atDesk at the desk', async ({ language, atDesk }) => {
  const seat = (who: string) => (who === atDesk ? desk : phone);
  const doctor = await arrive({ account: 'leibo.doctor', language, options: seat('doctor') });
  const specialist = await arrive({ account: 'xiangshan.specialist', language, options: seat('specialist') });
  const admin = await arrive({ account: 'leibo.admin', language, options: desk });
  const before = await closedFigure(admin);

  const id = await requestStat(doctor);
  await waitForRing(specialist);
  await shotBoth(specialist, 'ring');
  await answerRing(specialist);
  await enterRoom(specialist);
  await doctor.page.goto(`/room/consult/${id}`);
  await doctor.page.getByText(doctor.say('calls', 'check.warm')).waitFor();
  await shotBoth(doctor, 'waiting');
  await enterRoom(doctor);
  await seeAndHearEachOther([doctor, specialist]);
  await doctor.page.locator('.thumb').click();
  await shotBoth(doctor, 'room-photo');
  await shotBoth(specialist, 'room');

  await surviveKilledWorker([doctor, specialist]);
  await surviveLostLine(doctor, specialist);
  await surviveReload(specialist, doctor);

  await adviseAndConfirm(doctor, specialist);
  await chat(specialist, doctor);
  await writeAndSign(specialist);
  await adoptAndClose(doctor);
  await doctor.page.getByText(doctor.say('calls', 'ended.revoked')).waitFor();
  await shotBoth(doctor, 'ended');

  const { status, consultNo } = await (await apiOf('leibo.doctor')).consults.read({ id });
  expect(status).toBe('closed');
  expect(await closedFigure(admin)).toBe(before + 1);
  await expectListed(admin, consultNo);
  await expectSoundChain(await arrive({ account: 'leibo.auditor', language, options: desk }));
  expectNoFaults();
});

test('two on the first line: when one accepts, the other stops ringing', async () => {
  const center = await apiOf('xiangshan.center');
  const { slots } = await center.directory.roster({});
  const second = slots.filter(({ departmentId, line }) => departmentId === CARDIOLOGY && line === 2);
  const moveTo = async (line: 1 | 2) => {
    for (const { id, person, ...duty } of second.splice(0)) {
      await center.directory.removeDuty({ id });
      second.push(await center.directory.addDuty({ ...duty, personId: person.id, line }));
    }
  };
  await moveTo(1);
  const people = await Promise.all(
    ['xiangshan.specialist', 'xiangshan.specialist2'].map((account) => arrive({ account, language: 'zh-CN', options: phone })),
  );
  const doctor = await apiOf('leibo.doctor');
  const { id } = await doctor.consults.request(stat());
  await Promise.all(people.map(waitForRing));
  await answerRing(people[0]!);
  await waitForSilence(people[1]!);
  expect((await doctor.consults.read({ id })).consultant?.name).toBe('陈屿');
  // Whoever waits at the door may ask once more who is in, before the end reaches them.
  people[0]!.expecting(/409.*\/seats/);
  await doctor.consults.cancel({ id, note: '测试结束' });
  await moveTo(2);
  expectNoFaults();
});
