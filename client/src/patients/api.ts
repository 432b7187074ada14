import { patients as actions } from '../../../contract/patients.ts';
import { client } from '../lib/api.ts';

export const patients = client(actions, 'patients');
