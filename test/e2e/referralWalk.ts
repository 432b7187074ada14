import type { PersonVerb } from '../../client/src/referrals/page/plans.ts';
import type { StepName } from '../../client/src/referrals/page/rail.ts';
import type { ReferralStatus } from '../../contract/referralSteps.ts';
import { shotBoth, type Walker } from './journey.ts';

/** A catalogue text with holes, as a pattern. */
const pattern = (text: string): RegExp =>
  new RegExp(
    text
      .split(/\{\{\w+\}\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+'),
  );

export const open = async (of: Walker, id: string): Promise<void> => {
  await of.page.goto(`/referrals/${id}`);
  await of.page.locator('.ref').waitFor();
};

/** The step that this reader sees as the current one; waits until it is, without a reload. */
export const expectStep = async ({ page, say }: Walker, name: StepName): Promise<void> => {
  await page.locator('.rail-steps [aria-current=step] b', { hasText: say('referrals', `page.rail.${name}`) }).waitFor();
};

/** How it ended, as the head says it. */
export const expectStatus = async ({ page, say }: Walker, status: ReferralStatus): Promise<void> => {
  await page.locator('.ref-turn', { hasText: say('referrals', `status.${status}`) }).waitFor();
};

const card = ({ page }: Walker) => page.locator('.ref-now');

/** Presses the verb on the card: the filled button says whom it is about, the others only what they do. */
export const press = async (of: Walker, verb: PersonVerb): Promise<void> => {
  const { say } = of;
  const names = [pattern(say('referrals', `page.act.${verb}`)), say('referrals', `verb.${verb}`)];
  const button = card(of)
    .getByRole('button', { name: names[0]! })
    .or(card(of).getByRole('button', { name: names[1]!, exact: true }));
  await button.first().click();
};

const sheet = ({ page }: Walker) => page.locator('dialog[open]');

/** The button of the open sheet that records it; the sheet closes when it is done. */
export const confirm = async (of: Walker, verb: string): Promise<void> => {
  await sheet(of)
    .getByRole('button', { name: pattern(of.say('referrals', `page.act.${verb}`)) })
    .click();
  await sheet(of).waitFor({ state: 'detached' });
};

/** A verb that wants nothing but its button, or a line. */
export const record = async (of: Walker, verb: PersonVerb, note?: string): Promise<void> => {
  await press(of, verb);
  if (note) await sheet(of).locator('textarea').fill(note);
  await confirm(of, verb);
};

/** The first bed that is free now. */
export const arrangeBed = async (desk: Walker): Promise<string> => {
  const { page, say } = desk;
  await press(desk, 'arrange');
  await page
    .locator('.bed-ward > details:not([open]) > summary')
    .click()
    .catch(() => undefined);
  const bed = sheet(desk)
    .locator('.bed', { hasText: say('referrals', 'page.bed.chip.free') })
    .first();
  const label = await bed.locator('b').innerText();
  await bed.locator('input').check({ force: true });
  await sheet(desk).getByLabel(say('referrals', 'page.arrange.attending')).fill('高远');
  await sheet(desk).getByLabel(say('referrals', 'page.arrange.place')).fill('急诊楼 3 层');
  await shotBoth(desk, 'referral-arrange');
  await confirm(desk, 'arrange');
  return label;
};

/** Written, read once more with the patient’s name, and signed. */
export const returnSummary = async (of: Walker): Promise<void> => {
  const { page, say } = of;
  await press(of, 'returnSummary');
  for (const [name, text] of Object.entries({ course: '急诊 PCI，前降支支架 1 枚，恢复顺利。', advice: '双抗一年，一月后复查' }))
    await page.getByLabel(say('referrals', `page.summary.${name}`)).fill(text);
  await page.getByLabel(say('referrals', 'page.summary.condition')).selectOption('improved');
  await page.getByRole('button', { name: say('referrals', 'page.summary.read') }).click();
  await page.getByText(say('referrals', 'page.summary.signNote')).waitFor();
  await shotBoth(of, 'referral-sign');
  await confirm(of, 'returnSummary');
  await page.locator('.signature').waitFor();
};
