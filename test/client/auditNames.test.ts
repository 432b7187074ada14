import { expect, it } from 'vitest';
import en from '../../client/src/locales/en/audit.json' with { type: 'json' };
import zh from '../../client/src/locales/zh-CN/audit.json' with { type: 'json' };
import { contract } from '../../contract/index.ts';
import type { Action } from '../../contract/kit.ts';

/** Media signalling touches no row and leaves none. */
const leavesRows = (action: Action): boolean => !('live' in action) || action.live === 'stored';

const names = Object.entries(contract)
  .flatMap(([feature, table]) =>
    Object.entries<Action>(table).flatMap(([verb, action]) => (leavesRows(action) ? [`${feature}.${verb}`] : [])),
  )
  .sort();

it.each([
  ['zh-CN', zh],
  ['en', en],
])('names every action that leaves an audit row, and no other: %s', (_, { action, feature }) => {
  const known = Object.entries(action).flatMap(([room, verbs]) => Object.keys(verbs).map((verb) => `${room}.${verb}`));
  expect(known.sort()).toEqual(names);
  expect(Object.keys(feature).sort()).toEqual(Object.keys(contract).sort());
});
