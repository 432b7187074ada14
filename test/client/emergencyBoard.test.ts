import { describe, expect, it } from 'vitest';
import { pressingFirst } from '../../client/src/emergency/caseOrder.ts';
import { readFilter } from '../../client/src/emergency/filter.ts';
import { callableBy } from '../../client/src/emergency/mayCall.ts';
import type { Me } from '../../contract/auth.ts';
import type { Role } from '../../contract/kit.ts';

it('hangs the least time left on top, and the newest of those without a target', () => {
  const at = (minute: number) => `2026-11-23T01:${minute}:00Z`;
  const row = (started: number, due: number | null) => ({
    startedAt: at(started),
    next: due === null ? null : { code: 'D2N', dueAt: at(due) },
  });
  const rows = [row(10, null), row(11, 40), row(12, null), row(13, 20)];
  expect(rows.sort(pressingFirst).map(({ startedAt }) => startedAt)).toEqual([at(13), at(11), at(12), at(10)]);
});

describe('the address of the board', () => {
  it.each([
    ['', { box: 'active', center: undefined }],
    ['box=done&center=stroke', { box: 'done', center: 'stroke' }],
    ['box=all&center=burns', { box: 'active', center: undefined }],
  ])('%s', (search, wanted) => {
    expect(readFilter(new URLSearchParams(search))).toEqual(wanted);
  });
});

describe('who may call a team', () => {
  const of = (...memberships: [id: string, kind: 'county' | 'partner', ...roles: Role[]][]): Me =>
    ({
      memberships: memberships.map(([id, kind, ...roles]) => ({ hospital: { id, name: id, kind }, department: null, roles })),
    }) as unknown as Me;
  it.each([
    ['a county doctor', of(['a', 'county', 'doctor']), ['a']],
    ['a county desk', of(['a', 'county', 'coordinator']), ['a']],
    ['not the desk of a partner', of(['b', 'partner', 'coordinator']), []],
    ['not who only looks on', of(['a', 'county', 'admin', 'auditor']), []],
    ['each hospital once', of(['a', 'county', 'doctor'], ['a', 'county', 'coordinator'], ['c', 'county', 'doctor']), ['a', 'c']],
  ])('%s', (_, me, wanted) => {
    expect(callableBy(me).map(({ id }) => id)).toEqual(wanted);
  });
});
