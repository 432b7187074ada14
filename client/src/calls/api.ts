import { calls as actions } from '../../../contract/calls.ts';
import { client } from '../lib/api.ts';

export const calls = client(actions, 'calls');
