import { referralStats as contract } from '../../../contract/referralStats.ts';
import { keep } from '../../edge/ctx.ts';
import { activity, putActivity } from './activity.ts';
import { cases } from './cases.ts';
import { exported } from './export.ts';
import { figures } from './stats.ts';

export const referralStats = keep(contract, { figures, cases, export: exported, activity, putActivity });
