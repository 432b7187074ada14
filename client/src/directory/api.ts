import { directory as actions } from '../../../contract/directory.ts';
import { client } from '../lib/api.ts';

export const directory = client(actions, 'directory');
