import { describe, expect, it } from 'vitest';
import { byCase, type Entry, nextOf, verdictOf, type Why } from '../../client/src/emergency/order.ts';
import { noAnswer, Refused } from '../../client/src/lib/refused.ts';
import type { Code } from '../../contract/refusal.ts';

const common = (id: string, caseId: string, refused: Why) => ({ id, caseId, owner: 'me', refused });
const activation = (id: string, refused: Why = null): Entry => ({
  ...common(id, id, refused),
  kind: 'activation',
  activation: { id, center: 'chestPain', hospitalId: 'h', at: '2026-11-23T01:00:00Z' },
});
const stamp = (id: string, caseId: string, refused: Why = null): Entry => ({
  ...common(id, caseId, refused),
  kind: 'stamp',
  stamp: { id, node: 'DOOR', at: '2026-11-23T01:01:00Z' },
});
const no: Why = { code: 'notFound', reason: 'emergency.center' };
const none = new Set<string>();

describe('the order of sending', () => {
  it.each([
    ['nothing where nothing is kept', [], undefined],
    ['the first that was pressed', [stamp('s1', 'sent'), activation('a')], 's1'],
    ['a case before its stamps, whatever the order of the disk', [stamp('s1', 'a'), activation('a')], 'a'],
    ['no stamp of a case that was refused', [activation('a', no), stamp('s1', 'a')], undefined],
    ['another case past one that was refused', [activation('a', no), stamp('s1', 'a'), activation('b')], 'b'],
    ['the next stamp past one that was refused', [stamp('s1', 'c', no), stamp('s2', 'c')], 's2'],
  ])('%s', (_, entries, wanted) => {
    expect(nextOf(entries, none)?.id).toBe(wanted);
  });
  it('passes a case that the server fails at, and only that', () => {
    expect(nextOf([activation('a'), stamp('s1', 'a'), activation('b')], new Set(['a']))?.id).toBe('b');
  });
});

describe('what a failure means', () => {
  const answered = (code: Code, reason: string = code) => new Refused({ code, reason, message: '' });
  it.each(['invalid', 'forbidden', 'notFound', 'conflict', 'tooLarge'] as const)('%s stands aside', (code) => {
    expect(verdictOf(answered(code))).toBe('refused');
  });
  it.each([
    ['no link', noAnswer('offline')],
    ['no answer', noAnswer('timeout')],
    ['a gateway', answered('unavailable', 'gateway')],
    ['nobody signed in', answered('unauthenticated', 'session.over')],
  ])('%s waits', (_, error) => {
    expect(verdictOf(error)).toBe('wait');
  });
  it.each([
    ['a fault of the server', answered('internal')],
    ['too many at once', answered('tooMany', 'rate')],
    ['a server that begins', answered('unavailable', 'starting')],
    ['a fault of the page', new TypeError('undefined')],
  ])('%s holds up its case only', (_, error) => {
    expect(verdictOf(error)).toBe('pass');
  });
});

it('tells of each case what the server does not have, with the reason of a refusal', () => {
  const cases = byCase([activation('a', no), stamp('s1', 'a'), stamp('s2', 'b', no), stamp('s3', 'b')]);
  expect(cases.get('a')).toMatchObject({ activation: { id: 'a', refused: no }, stamps: [{ id: 's1', refused: null }] });
  expect(cases.get('b')).toMatchObject({
    activation: null,
    stamps: [
      { id: 's2', refused: no },
      { id: 's3', refused: null },
    ],
  });
});
