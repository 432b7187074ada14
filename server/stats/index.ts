import { stats as contract } from '../../contract/stats.ts';
import { keep } from '../edge/ctx.ts';
import { cases } from './cases.ts';
import { consults } from './consults.ts';

export const stats = keep(contract, { consults, cases });
