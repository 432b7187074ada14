import { contract } from '../../contract/index.ts';
import type { Action } from '../../contract/kit.ts';

const named = (is: (action: Action, name: string) => boolean): string[] =>
  Object.entries(contract).flatMap(([feature, table]) =>
    Object.entries<Action>(table).flatMap(([verb, action]) => {
      const name = `${feature}.${verb}`;
      return is(action, name) ? [name] : [];
    }),
  );

const reads = (action: Action): boolean =>
  ('http' in action ? action.http : 'stream' in action ? action.stream : '').startsWith('GET');

/** Reads that open one record; every other read is a list, which pages fetch by themselves every few seconds. */
const OPENING: readonly string[] = [
  'consults.read',
  'photos.read',
  'attachments.read',
  'patients.read',
  'tasks.read',
  'referrals.read',
  'referralFiles.sheet',
  'referralFiles.sheets',
  'referralFiles.table',
  'emergency.read',
  'emergencyFiles.handover',
  'emergencyStats.export',
  'referralStats.export',
];

/** What machines do beside their people's work: lists, the session that renews itself, and a monitor's numbers every second. */
export const BESIDE = named(
  (action, name) => ['auth.refresh', 'vitals.send'].includes(name) || (reads(action) && !OPENING.includes(name)),
);

/** Done by the clock; where a row of another action names no person, nobody had signed in. */
export const CLOCKWORK: ReadonlySet<string> = new Set(named(({ who }) => who === 'clock'));

/** What may be asked before signing in. */
export const PUBLIC = named(({ who }) => who === 'public');
