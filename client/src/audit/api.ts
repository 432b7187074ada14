import { audit as actions } from '../../../contract/audit.ts';
import { client } from '../lib/api.ts';

export const audit = client(actions, 'audit');
