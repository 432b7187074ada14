import { tasks as actions } from '../../../contract/tasks.ts';
import { client } from '../lib/api.ts';

export const tasks = client(actions, 'tasks');
