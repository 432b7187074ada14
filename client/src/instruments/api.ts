import { instruments as actions } from '../../../contract/instruments.ts';
import { client } from '../lib/api.ts';

export const instruments = client(actions, 'instruments');
