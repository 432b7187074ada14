import { emergencyStats as contract } from '../../../contract/emergencyStats.ts';
import { keep } from '../../edge/ctx.ts';
import { cases } from './cases.ts';
import { exported } from './export.ts';
import { figures } from './figures.ts';
import { lockMonth, months } from './months.ts';

export const emergencyStats = keep(contract, { figures, cases, export: exported, months, lockMonth });
