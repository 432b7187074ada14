import type { z } from 'zod';
import { LONGEST_ROAD_MS, type Road, roadOf } from '../../contract/emergencyRoad.ts';
import { shownOf } from '../../contract/emergencyShown.ts';
import { refuse } from '../../contract/refusal.ts';
import type { EmergencyCase, Timepoint } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { instant } from '../edge/instants.ts';
import type { Input } from './input.ts';
import { tellChanged, write } from './move.ts';
import { hold } from './relations.ts';

type Shown = Parameters<typeof roadOf>[1];

const refuseImpossible = (etaAt: Date, from: Date): void => {
  const ahead = etaAt.getTime() - from.getTime();
  if (ahead <= 0 || ahead > LONGEST_ROAD_MS) refuse('invalid', 'ambulance.eta', 'Give an arrival that lies ahead, within a day');
};

/** When the ambulance is expected: as long after the call as the device said, whatever its clock shows. */
export const expectedAt = ({ etaAt, at, arrivalMode }: Input<'activate'>, startedAt: Date): Date | null => {
  if (etaAt === undefined) return null;
  if (arrivalMode !== 'ambulance') refuse('invalid', 'ambulance.mode', 'Only who comes by ambulance is expected');
  const eta = new Date(startedAt.getTime() + Date.parse(etaAt) - Date.parse(at));
  refuseImpossible(eta, startedAt);
  return eta;
};

const positionOf = ({ latitude, longitude, positionAt }: EmergencyCase): z.input<typeof Road>['position'] =>
  latitude !== null && longitude !== null && positionAt ? { latitude, longitude, at: instant(positionAt) } : null;

/** The road as the team sees it; once it has ended nobody is told where the car was. */
export const roadView = (row: EmergencyCase, shown: Shown): z.input<typeof Road> | null => {
  const etaAt = roadOf(row, shown);
  return etaAt && { etaAt: instant(etaAt), position: positionOf(row) };
};

/** By the same, where nothing is judged. */
export const roadBy = (row: EmergencyCase & { timepoints: Timepoint[] }): z.input<typeof Road> | null =>
  roadView(row, shownOf(row.timepoints));

/** The county's side tells where its ambulance is, while it is on the road. */
const fromTheCar = async (ctx: Ctx, id: string): Promise<EmergencyCase> => {
  const { row, by } = await hold(ctx, id);
  if (!by.has('local') && !by.has('localDesk'))
    refuse('forbidden', 'ambulance.notYours', 'The side of the ambulance tells where it is');
  const timepoints = await ctx.db.timepoint.findMany({ where: { caseId: id } });
  if (!roadBy({ ...row, timepoints })) refuse('conflict', 'ambulance.notNow', 'The patient is not on the road');
  return row;
};

export const eta = async (ctx: Ctx, { id, etaAt }: Input<'eta'>): Promise<EmergencyCase> => {
  const row = await fromTheCar(ctx, id);
  refuseImpossible(new Date(etaAt), ctx.now);
  return write(ctx, row, { verb: 'eta', set: { etaAt: new Date(etaAt) } });
};

/** No step of the history: it comes every minute. */
export const position = async (ctx: Ctx, { id, latitude, longitude }: Input<'position'>): Promise<EmergencyCase> => {
  await fromTheCar(ctx, id);
  const next = await ctx.db.emergencyCase.update({ where: { id }, data: { latitude, longitude, positionAt: ctx.now } });
  tellChanged(ctx, next);
  return next;
};
