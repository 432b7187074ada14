import { stats as actions } from '../../../contract/stats.ts';
import { client } from '../lib/api.ts';

export const stats = client(actions, 'stats');
