import { patients as actions } from '../../contract/patients.ts';
import { type Feature, keep } from '../edge/ctx.ts';
import { duplicates } from './duplicates.ts';
import { find } from './find.ts';
import { merge, unmerge } from './merge.ts';
import type { Deps } from './person.ts';
import { open, read } from './read.ts';

/** People across hospitals, each reader seeing what their own cases show. */
export const patients = (deps: Deps): Feature =>
  keep(actions, { find: find(deps), open: open(deps), read: read(deps), duplicates: duplicates(deps), merge, unmerge });
