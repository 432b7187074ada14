import { emergency as rescues } from '../../../../contract/emergency.ts';
import { emergencyStats as figures } from '../../../../contract/emergencyStats.ts';
import { client } from '../../lib/api.ts';

export const emergencyStats = client(figures, 'emergencyStats');
export const emergency = client(rescues, 'emergency');
