import { beds as actions } from '../../../contract/beds.ts';
import { client } from '../lib/api.ts';

export const beds = client(actions, 'beds');
