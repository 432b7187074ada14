import { expect, test } from 'vitest';
import { desk, languages, phone, shot } from './browser.ts';
import { ecgPhoto } from './ecg.ts';
import { call, open, QUBI, recorded, said, send, sheet } from './emergencyWalk.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

const card = ({ page }: Walker, name: string) => page.locator('.instrument', { hasText: name });
/** How far off it is said to be. */
const offset = (of: Walker, name: string) => card(of, name).locator('.instrument-last b');

/** One press at the instrument, then what it showed: so many seconds ahead. */
const compare = async (of: Walker, name: string, aheadSeconds: number): Promise<void> => {
  const { page, say } = of;
  await card(of, name)
    .getByRole('button', { name: say('instruments', 'check.open') })
    .click();
  await shot(page, `instrument-press-${of.language}`);
  await sheet(of)
    .getByRole('button', { name: say('instruments', 'check.pressWord') })
    .click();
  const shown = sheet(of).getByLabel(say('instruments', 'check.shown'));
  const face = Date.parse(`${await shown.inputValue()}Z`) + aheadSeconds * 1_000;
  await shown.fill(new Date(face).toISOString().slice(0, 19));
  await shotBoth(of, 'instrument-check');
  await sheet(of)
    .getByRole('button', { name: say('instruments', 'check.send') })
    .click();
  await sheet(of).waitFor({ state: 'detached' });
};

test.for(languages)('the desk registers an instrument, compares it and retires it, %s', async (language) => {
  const center = await arrive({ account: 'leibo.center', language, options: desk });
  const { page, say } = center;
  const name = `床旁超声 ${language}`;
  await page.goto('/emergencies');
  await page.locator('.page-acts a[href="/instruments"]').click();
  await card(center, '1 号 CT').waitFor();
  await shotBoth(center, 'instruments');
  await page.getByRole('button', { name: say('instruments', 'add.open') }).click();
  await sheet(center).locator('footer .btn-primary').click();
  await sheet(center).getByRole('alert').waitFor();
  await sheet(center).getByLabel(say('instruments', 'add.name')).fill(name);
  await sheet(center).locator('footer .btn-primary').click();
  await card(center, name).waitFor();
  await compare(center, name, -61);
  await expect.poll(() => offset(center, name).innerText()).toMatch(/(01:0[012] slow|慢 01:0[012])/);
  await card(center, name)
    .getByRole('button', { name: say('instruments', 'retire.open') })
    .click();
  await sheet(center).locator('.btn-danger').click();
  await card(center, name).waitFor({ state: 'detached' });
  expectNoFaults();
});

/** The later ECG, and from there both. */
const openComparison = async ({ page, say }: Walker): Promise<void> => {
  await page.locator('.file', { hasText: '溶栓后心电图' }).locator('.file-open').click();
  await page.getByRole('button', { name: say('attachments', 'compare.open') }).click();
  const panes = page.locator('.compare-pane');
  await panes.nth(1).locator('img').waitFor();
  expect(await panes.first().innerText()).toContain('入院心电图');
};

test('a time copied from the paper of an instrument is corrected by it; two ECGs are held against one another', async () => {
  const id = await call(await apiOf('leibo.doctor'), { patient: QUBI, bed: '2' });
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: phone });
  const { page, say } = doctor;
  await open(doctor, id);
  await page.getByRole('button', { name: said(doctor, 'late.open'), exact: true }).click();
  await sheet(doctor).getByLabel(said(doctor, 'late.node')).selectOption('ECG1');
  await sheet(doctor).getByLabel(said(doctor, 'late.source')).selectOption('device');
  const which = sheet(doctor).getByLabel(say('instruments', 'from'));
  const label = await which.locator('option', { hasText: '急诊心电图机' }).innerText();
  expect(label).toContain('快 02:14');
  await which.selectOption({ label });
  await shot(page, 'instrument-late-zh-CN-360');
  const printed = await sheet(doctor).getByLabel(said(doctor, 'late.at')).inputValue();
  await send(doctor);
  await recorded(doctor, 'ECG1').waitFor();
  const truth = new Date(Date.parse(`${printed}+08:00`) - 134_000);
  const time = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'medium', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(
    truth,
  );
  await recorded(doctor, 'ECG1').getByText(time).waitFor();
  await recorded(doctor, 'ECG1').getByText('急诊心电图机').waitFor();
  await shot(page, 'instrument-node-zh-CN-360');

  await page.getByRole('tab', { name: said(doctor, 'tab.papers') }).click();
  for (const name of ['入院心电图', '溶栓后心电图']) {
    await page
      .getByTestId('attachments')
      .setInputFiles({ name: `${name}.png`, mimeType: 'image/png', buffer: await ecgPhoto(page) });
    await page.getByRole('button', { name: /上传 1 个/ }).click();
    await page.locator('.file', { hasText: name }).waitFor();
  }
  await openComparison(doctor);
  await shot(page, 'compare-zh-CN-360');
  const panes = page.locator('.compare-pane');
  await page.getByRole('button', { name: say('common', 'zoom.larger') }).click();
  await panes
    .first()
    .locator('.compare-ground')
    .evaluate((ground) => ground.scrollTo(120, 40));
  await expect
    .poll(() =>
      panes
        .nth(1)
        .locator('.compare-ground')
        .evaluate(({ scrollLeft }) => scrollLeft),
    )
    .toBe(120);
  const center = await arrive({ account: 'leibo.center', language: 'zh-CN', options: desk });
  await open(center, id);
  await openComparison(center);
  await shot(center.page, 'compare-zh-CN-1440');
  expectNoFaults();
});
