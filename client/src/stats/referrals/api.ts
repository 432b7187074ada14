import { referralStats as actions } from '../../../../contract/referralStats.ts';
import { client } from '../../lib/api.ts';

export const referralStats = client(actions, 'referralStats');
