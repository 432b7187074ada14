import { attachments as actions } from '../../../contract/attachments.ts';
import { client } from '../lib/api.ts';

export const attachments = client(actions, 'attachments');
