import { paging as actions } from '../../../contract/paging.ts';
import { client } from '../lib/api.ts';

export const paging = client(actions, 'paging');
