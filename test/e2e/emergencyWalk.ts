import type { Center, Flag, NodeCode } from '../../contract/emergencyNodes.ts';
import { hospitalId } from '../../prisma/seed/hospitals.ts';
import type { Api } from '../api.ts';
import type { Walker } from './journey.ts';

export const LEIBO = hospitalId('leibo');
export const QUBI = { known: true, name: '曲比阿木', sex: 'male', birthDate: '1963-05-01' } as const;

interface Call {
  center?: Center;
  flags?: Flag[];
  bed?: string;
  patient?: typeof QUBI;
}
/** A team call as its page is given it, pressed so many minutes ago. */
export const call = async (api: Api, { center = 'chestPain', ...more }: Call = {}): Promise<string> => {
  const at = new Date(Date.now() - 20 * 60_000).toISOString();
  const { id } = await api.emergency.activate({
    id: crypto.randomUUID(),
    center,
    hospitalId: LEIBO,
    at,
    callbackPhone: '0834-8822120',
    ...more,
  });
  return id;
};
/** Times so many minutes ago. */
export const stampAgo = (api: Api, id: string, ago: Partial<Record<NodeCode, number>>): Promise<unknown> => {
  const now = Date.now();
  const items = Object.entries(ago).map(([node, minutes]) => ({
    id: crypto.randomUUID(),
    node: node as NodeCode,
    at: new Date(now - minutes * 60_000).toISOString(),
  }));
  return api.emergency.stamp({ id, items });
};

export const open = async ({ page }: Walker, id: string): Promise<void> => {
  await page.goto(`/emergencies/${id}`);
  await page.locator('.ec-head').waitFor();
};

export const node = ({ say }: Walker, code: NodeCode): string => say('emergency', `node.${code}`);
const text = (words: string, holes: Record<string, string>): string =>
  words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => holes[name] ?? '');
export const said = ({ say }: Walker, key: string, holes: Record<string, string> = {}): string =>
  text(say('emergencyCase', key), holes);

/** The big button, once it is for this node and rests no more. */
export const stampButton = (of: Walker, code: NodeCode) =>
  of.page.locator('.ec-stamp:enabled', { hasText: said(of, 'dock.record', { node: node(of, code) }) });
export const press = (of: Walker, code: NodeCode): Promise<void> => stampButton(of, code).click();
/** The row of a node that has a time, in the hand. */
export const recorded = (of: Walker, code: NodeCode) =>
  of.page.locator('button.ec-node', { has: of.page.getByText(node(of, code), { exact: true }) });

export const sheet = ({ page }: Walker) => page.locator('dialog[open]');
/** Presses the button of the open sheet that records, and waits until it has closed. */
export const send = async (of: Walker): Promise<void> => {
  await sheet(of).locator('footer .btn').last().click();
  await sheet(of).waitFor({ state: 'detached' });
};
export const tab = (of: Walker, name: string): Promise<void> =>
  of.page.getByRole('tab', { name: new RegExp(`^${said(of, `tab.${name}`)}`) }).click();
