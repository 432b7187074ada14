import { consults as actions } from '../../../contract/consults.ts';
import { client } from '../lib/api.ts';

export const consults = client(actions, 'consults');
