import { emergencyStats as actions } from '../../../../contract/emergencyStats.ts';
import { client } from '../../lib/api.ts';

export const emergencyStats = client(actions, 'emergencyStats');
