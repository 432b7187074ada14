import { emergency as actions } from '../../../contract/emergency.ts';
import { client } from '../lib/api.ts';

export const emergency = client(actions, 'emergency');
