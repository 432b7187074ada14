import { referrals as actions } from '../../../contract/referrals.ts';
import { client } from '../lib/api.ts';

export const referrals = client(actions, 'referrals');
