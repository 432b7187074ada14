import type { NodeCode } from '../../contract/emergencyNodes.ts';
import { shownOf } from '../../contract/emergencyShown.ts';
import type { EmergencyCase } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Facts } from '../edge/facts.ts';
import { tellChanged, write } from './move.ts';
import { claim } from './relations.ts';
import { rulesFor } from './rules.ts';
import { monthLocked, stampBy } from './stamp.ts';

/** What is told of a consult or a referral in the history of its case, and the nodes that it is in itself, where a center has them. */
const MEANS: Readonly<Record<string, readonly NodeCode[]>> = {
  'consult.request': [],
  'consult.sign': ['ECG_DX'],
  'referral.send': ['XFER_REQ'],
  'referral.approve': ['XFER_REQ'],
  'referral.accept': ['XFER_ACC'],
  'referral.depart': ['DEPART', 'DOOR_OUT'],
  'referral.arrive': ['ARRIVE2'],
};
/** The car may leave long after the door: whoever stood there knows better. */
const YIELDS: ReadonlySet<NodeCode> = new Set(['DOOR_OUT']);

const isShown = async ({ db }: Ctx, { id }: EmergencyCase, node: NodeCode): Promise<boolean> =>
  shownOf(await db.timepoint.findMany({ where: { caseId: id, node } })).has(node);

/** Stamps of these nodes those that the center of the case has. */
const stampKnown = async (ctx: Ctx, row: EmergencyCase, { nodes, at }: { nodes: readonly NodeCode[]; at: Date }) => {
  const { nodes: known } = (await rulesFor(ctx.db, [row]))(row);
  for (const node of nodes.filter((one) => known.some(({ code }) => code === one))) {
    if (YIELDS.has(node) && (await isShown(ctx, row, node))) continue;
    await stampBy(ctx, row, { node, at });
  }
};

/** Gone to another hospital out of the rescue itself, or so it was closed; days later people say what it was. */
const leaves = ({ status, outcome }: EmergencyCase): boolean => status === 'active' || outcome === 'transferred';
const flagsAfter = (row: EmergencyCase, said: string): string[] =>
  said === 'referral.depart' && leaves(row) ? [...new Set([...row.flags, 'transferOut'])] : row.flags;

interface Happening {
  said: string;
  nodes: readonly NodeCode[];
  at: Date;
  note?: string;
}

/** Into the history always; into times and findings until the month is locked. */
const happen = async (ctx: Ctx, row: EmergencyCase, { said, nodes, at, note }: Happening): Promise<void> => {
  const locked = await monthLocked(ctx, row);
  if (!locked) await stampKnown(ctx, row, { nodes, at });
  await write(ctx, row, { verb: said, note, set: locked ? {} : { flags: flagsAfter(row, said) } });
};

/** Reaction to a step of a consult or a referral that began from a case. */
export const linkMoved = async (ctx: Ctx, { emergencyId, kind, number, verb, at }: Facts['links.moved']): Promise<void> => {
  const row = await claim(ctx, emergencyId);
  if (!row) return;
  const said = `${kind}.${verb}`;
  const nodes = MEANS[said];
  if (nodes) await happen(ctx, row, { said, nodes, at, note: number });
  else tellChanged(ctx, row);
};

/** Reaction to a file: an ECG that has arrived is one that was sent. */
export const fileAdded = async (ctx: Ctx, { subject, kind, what }: Facts['attachments.changed']): Promise<void> => {
  if (subject.kind !== 'emergency' || kind !== 'ecg' || what !== 'added') return;
  const row = await claim(ctx, subject.id);
  if (row) await happen(ctx, row, { said: 'sendEcg', nodes: ['ECG_TX'], at: ctx.now });
};
