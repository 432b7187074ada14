import { directory as contract } from '../../contract/directory.ts';
import { type Feature, keep } from '../edge/ctx.ts';
import { hospitals } from './hospitals.ts';
import { partners } from './partners.ts';
import type { Lines } from './presence.ts';
import { addDuty, removeDuty, roster } from './rosters.ts';

export const directory = (lines: Lines): Feature =>
  keep(contract, { partners: partners(lines), roster, addDuty, removeDuty, hospitals });
