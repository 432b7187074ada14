import { expect, test } from 'vitest';
import type { Emergency } from '../../contract/emergency.ts';
import type { NodeCode } from '../../contract/emergencyNodes.ts';
import { desk, phone, shot } from './browser.ts';
import { call, node, open, press, QUBI, recorded, said, send, sheet, stampAgo, stampButton, tab } from './emergencyWalk.ts';
import { shotBoth } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();
/** Walks of many pages: slow machines need their time. */
const LONG = { timeout: 300_000 };

const timeOf = ({ timepoints, shown }: Emergency, code: NodeCode): string | null =>
  timepoints.find((point) => point.node === code && shown.includes(point.id))?.at ?? null;

test('from the door to lysis in the hand: undone, corrected, and judged only afterwards', LONG, async () => {
  const api = await apiOf('leibo.doctor');
  const other = await call(api, { center: 'trauma', bed: '1' });
  const id = await call(api, { patient: QUBI, bed: '2' });
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: phone });
  const { page, say } = doctor;
  await open(doctor, id);
  await page.locator('.ec-stamp', { hasText: '曲比阿木 2床 胸痛' }).waitFor();
  await shotBoth(doctor, 'emergency-begun');

  await press(doctor, 'FMC');
  await page.getByRole('button', { name: said(doctor, 'undo.word'), exact: true }).click();
  await recorded(doctor, 'FMC').waitFor({ state: 'detached' });
  await press(doctor, 'FMC');
  await press(doctor, 'DOOR');
  await recorded(doctor, 'DOOR').waitFor();
  await stampButton(doctor, 'ECG1').waitFor();
  await shot(page, 'emergency-two-zh-CN-360');

  await tab(doctor, 'findings');
  await page.locator('.toggle', { hasText: say('emergency', 'flag.stemi') }).click();
  await page.locator('.ec-big[data-pressure="check"], .ec-beside').first().waitFor();
  await shot(page, 'emergency-findings-zh-CN-360');
  await tab(doctor, 'nodes');
  await page.getByRole('button', { name: said(doctor, 'late.openOne', { node: node(doctor, 'ECG1') }) }).click();
  await sheet(doctor)
    .getByRole('button', { name: said(doctor, 'late.ago', { minutes: '1' }), exact: true })
    .click();
  await shot(page, 'emergency-late-zh-CN-360');
  await send(doctor);
  await press(doctor, 'ECG_DX');

  await page
    .getByRole('button', { name: said(doctor, 'check.open') })
    .first()
    .click();
  await sheet(doctor).locator('footer .btn-primary').click();
  await sheet(doctor).getByRole('alert').waitFor();
  await shotBoth(doctor, 'emergency-check-open');
  for (const box of await sheet(doctor).getByRole('checkbox').all()) await box.check();
  await shot(page, 'emergency-check-zh-CN-360');
  await send(doctor);
  await page.locator('.ec-big:not([data-pressure="check"])').waitFor();
  await press(doctor, 'DAPT');
  await sheet(doctor).getByText(said(doctor, 'therapy.several')).waitFor();
  await shot(page, 'emergency-therapy-zh-CN-360');
  await send(doctor);
  await press(doctor, 'LYSIS_CONSENT');
  await press(doctor, 'LYSIS_START');
  await send(doctor);
  await recorded(doctor, 'LYSIS_START').waitFor();
  await shot(page, 'emergency-lysis-zh-CN-360');

  await recorded(doctor, 'DOOR').click();
  await sheet(doctor)
    .getByRole('button', { name: said(doctor, 'correct.open'), exact: true })
    .click();
  const earlier = new Date(Date.now() + 8 * 3_600_000 - 12 * 60_000).toISOString().slice(0, 19);
  await sheet(doctor).getByLabel(said(doctor, 'late.at')).fill(earlier);
  await sheet(doctor)
    .getByRole('button', { name: said(doctor, 'correct.why.record'), exact: true })
    .click();
  await shot(page, 'emergency-correct-zh-CN-360');
  await send(doctor);
  await recorded(doctor, 'DOOR').click();
  await sheet(doctor).locator('s').waitFor();
  await shot(page, 'emergency-trail-zh-CN-360');
  await page.keyboard.press('Escape');
  expect(await page.locator('.tag', { hasText: say('emergency', 'state.met') }).count()).toBe(0);
  const now = await api.emergency.read({ id });
  expect(Date.parse(timeOf(now, 'DOOR')!)).toBe(Date.parse(`${earlier}+08:00`));
  expect(now.timepoints.filter((point) => point.node === 'FMC')).toHaveLength(3);

  await page.getByRole('button', { name: said(doctor, 'verb.close'), exact: true }).click();
  await page.getByRole('radio', { name: say('emergency', 'outcome.transferred') }).check();
  await shot(page, 'emergency-close-zh-CN-360');
  await send(doctor);
  await page
    .locator('.tag', { hasText: say('emergency', 'state.met') })
    .first()
    .waitFor();
  await page.getByText(say('emergency', 'qc')).first().waitFor();
  await shotBoth(doctor, 'emergency-closed');
  await api.emergency.standDown({ id: other });
  await open(doctor, other);
  await page.getByText(said(doctor, 'stoodDown.note')).waitFor();
  await shot(page, 'emergency-stood-down-zh-CN-360');

  const late = await call(api, { patient: QUBI, bed: '2', flags: ['stemi'] });
  await stampAgo(api, late, { FMC: 26, DOOR: 25, ECG1: 20, ECG_DX: 15, DAPT: 10 });
  await open(doctor, late);
  await page.locator('.ec-big[data-pressure="check"]').waitFor();
  const checked = ['onset12h', 'noAbsoluteContraindication', 'dissectionConsidered', 'noShock', 'ecg18IfInferior'];
  await api.emergency.check({ id: late, kind: 'stemiLysis', checked, verdict: 'eligible' });
  await page.locator('.ec-big[data-pressure="short"]').waitFor();
  await shotBoth(doctor, 'emergency-red');
  await api.emergency.standDown({ id: late });
  expectNoFaults();
});

test('the desk in English: axis, table, team, findings and a score; reviewed by the desk', LONG, async () => {
  const api = await apiOf('leibo.doctor');
  const id = await call(api, { patient: QUBI, bed: '2', flags: ['stemi', 'ambulance'] });
  await stampAgo(api, id, { ONSET: 72, FMC: 24, DOOR: 20, ECG1: 16, ECG_DX: 11, TNI_DRAW: 15, DAPT: 7 });
  const doctor = await arrive({ account: 'leibo.doctor', language: 'en', options: desk });
  const { page, say } = doctor;
  await open(doctor, id);
  await page.locator('.ec-bars li').first().waitFor();
  await shotBoth(doctor, 'emergency-desk');
  await page.getByRole('button', { name: said(doctor, 'score.openOne', { name: said(doctor, 'score.grace.name') }) }).click();
  const form = sheet(doctor);
  for (const [name, value] of Object.entries({ pulse: '96', systolic: '118', creatinine: '97' }))
    await form.getByLabel(new RegExp(`^${said(doctor, `score.field.${name}`)}`)).fill(value);
  for (const [group, option] of [
    ['killip', '2'],
    ['arrest', 'no'],
    ['stDeviation', 'yes'],
    ['enzymes', 'yes'],
  ] as const) {
    const word =
      group === 'killip' ? said(doctor, `score.grace.option.killip.${option}`) : said(doctor, `score.option.${option}`);
    await form
      .getByRole('group', { name: said(doctor, `score.grace.field.${group}`) })
      .getByLabel(word, { exact: true })
      .check({ force: true });
  }
  await form.locator('.ec-score-now', { hasText: '185' }).waitFor();
  await shotBoth(doctor, 'emergency-score');
  await send(doctor);
  await page.locator('.ec-scores', { hasText: '185' }).waitFor();

  const specialist = await arrive({ account: 'xiangshan.center', language: 'zh-CN', options: phone });
  await open(specialist, id);
  await specialist.page.getByRole('button', { name: said(specialist, 'verb.answer'), exact: true }).click();
  await tab(specialist, 'team');
  await shot(specialist.page, 'emergency-team-zh-CN-360');

  await api.emergency.close({ id, outcome: 'transferred' });
  await page.locator('.ec-verdicts li').first().waitFor();
  await shotBoth(doctor, 'emergency-desk-closed');
  const review = await arrive({ account: 'leibo.center', language: 'zh-CN', options: desk });
  await open(review, id);
  await review.page.getByRole('button', { name: said(review, 'verb.review'), exact: true }).click();
  await sheet(review).locator('textarea').fill('溶栓前核对未做，肌钙蛋白报告未回填。');
  await shotBoth(review, 'emergency-review');
  await send(review);
  await review.page.getByText(review.say('emergency', 'status.reviewed'), { exact: true }).waitFor();
  await shotBoth(review, 'emergency-reviewed');
  const stranger = await arrive({ account: 'meigu.doctor', language: 'en', options: phone });
  stranger.expecting(/404.*\/emergencies\//);
  await stranger.page.goto(`/emergencies/${id}`);
  await stranger.page.getByText(say('common', 'closed.title')).waitFor();
  expectNoFaults();
});

test('with no link: times are kept and sent in order, a call made on this device is a case with its clocks', LONG, async () => {
  const api = await apiOf('leibo.doctor');
  const id = await call(api, { center: 'stroke', bed: '3' });
  await stampAgo(api, id, { DOOR: 5 });
  const doctor = await arrive({ account: 'leibo.doctor', language: 'en', options: phone });
  doctor.expecting(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  const { page, context } = doctor;
  await open(doctor, id);
  await stampButton(doctor, 'NEURO').waitFor();
  await context.setOffline(true);
  await press(doctor, 'NEURO');
  const pressed = Date.now();
  await press(doctor, 'NIHSS0');
  await page.getByText(said(doctor, 'node.waiting')).first().waitFor();
  await page.waitForTimeout(4_000);
  await shotBoth(doctor, 'emergency-offline');
  expect(timeOf(await api.emergency.read({ id }), 'NEURO')).toBeNull();
  await context.setOffline(false);
  await expect.poll(async () => timeOf(await api.emergency.read({ id }), 'NIHSS0'), { timeout: 60_000 }).not.toBeNull();
  const now = await api.emergency.read({ id });
  expect(Math.abs(Date.parse(timeOf(now, 'NEURO')!) - pressed)).toBeLessThan(3_000);
  expect(now.timepoints.map((point) => point.node).slice(-2)).toEqual(['NEURO', 'NIHSS0']);
  await page.getByText(said(doctor, 'node.waiting')).first().waitFor({ state: 'detached' });

  await context.setOffline(true);
  const kept = crypto.randomUUID();
  const owner = now.activator.id;
  await page.evaluate(
    async ({ id: caseId, owner: whose, hospital }) => {
      const db = await new Promise<IDBDatabase>((done) => {
        const asked = indexedDB.open('shanhai.outbox');
        asked.onsuccess = () => done(asked.result);
      });
      const activation = { id: caseId, center: 'newborn', hospitalId: hospital, at: new Date().toISOString(), offsetMs: 0 };
      const entry = { id: caseId, caseId, owner: whose, refused: null, kind: 'activation', activation };
      await new Promise<void>((done) => {
        const writing = db.transaction('entries', 'readwrite');
        writing.objectStore('entries').add(entry);
        writing.oncomplete = () => done();
      });
      new BroadcastChannel('shanhai.outbox').postMessage(null);
      // As after a press on the board, the call is known before its page opens.
      await new Promise((done) => setTimeout(done, 1_000));
      history.pushState(null, '', `/emergencies/${caseId}`);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    { id: kept, owner, hospital: now.from.id },
  );
  await press(doctor, 'BIRTH');
  await page.locator('.ec-big').waitFor();
  await shotBoth(doctor, 'emergency-unsent');
  await context.setOffline(false);
  await expect
    .poll(async () => timeOf(await api.emergency.read({ id: kept }).catch(() => now), 'BIRTH'), { timeout: 60_000 })
    .not.toBeNull();
  await page.locator('.ec-head', { hasText: said(doctor, 'head.unsent') }).waitFor({ state: 'detached' });
  for (const over of [id, kept]) await api.emergency.standDown({ id: over });
  expectNoFaults();
});
