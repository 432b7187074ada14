import i18n from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { withPart } from '../../client/src/lib/address.ts';
import en from '../../client/src/locales/en/referrals.json' with { type: 'json' };
import zh from '../../client/src/locales/zh-CN/referrals.json' with { type: 'json' };
import { neighbour } from '../../client/src/referrals/arrows.ts';
import { byTimeLeft, COLUMNS, columnOf, countIn, hang, openIn } from '../../client/src/referrals/columns.ts';
import { readAddress } from '../../client/src/referrals/filter.ts';
import { type Owned, ownerWords } from '../../client/src/referrals/ownerWords.ts';
import { isLate, shownClock } from '../../client/src/referrals/shownClock.ts';
import { ReferralReason, RejectReason } from '../../contract/referralSheet.ts';
import { ENDED, ReferralStatus } from '../../contract/referralSteps.ts';
import { ReferralClock } from '../../contract/referrals.ts';

const START = '2026-11-23T01:00:00Z';
const clock = (dueAt: string, name: ReferralClock['name'] = 'accept'): ReferralClock => ({ name, startedAt: START, dueAt });

describe('columns', () => {
  it('hang every state that is not an end exactly once', () => {
    const hung = Object.values(COLUMNS).flat();
    expect([...hung, ...ENDED].sort()).toEqual([...ReferralStatus.options].sort());
    expect(ENDED.map(columnOf)).toEqual(ENDED.map(() => null));
    expect(['rejected', 'noShow', 'diverted', 'followedUp'].map((one) => columnOf(one as ReferralStatus))).toEqual([
      'accept',
      'arrange',
      'road',
      'return',
    ]);
  });
  it('sort by time left, whatever the offset it is written in; what has no clock is last', () => {
    const rows = [
      { id: 'none', clock: null },
      { id: 'late', clock: clock('2026-11-23T02:00:00Z') },
      { id: 'soon', clock: clock('2026-11-23T09:30:00+08:00') },
    ];
    expect(rows.sort(byTimeLeft).map(({ id }) => id)).toEqual(['soon', 'late', 'none']);
  });
  it('keep the cards of each apart', () => {
    const rows = (['arrived', 'submitted', 'closed', 'treated'] as const).map((status) => ({ status, clock: null }));
    const shown = hang(rows).map(({ name, rows: cards }) => [name, cards.map(({ status }) => status)]);
    expect(shown).toEqual([
      ['review', []],
      ['accept', ['submitted']],
      ['arrange', []],
      ['road', []],
      ['arrived', ['arrived', 'treated']],
      ['return', []],
    ]);
  });
  it('count what the server counts, ends left out', () => {
    const statuses = { arrived: 3, treated: 4, closed: 100, draft: 1 };
    expect([countIn('arrived', statuses), countIn('road', statuses), openIn(statuses)]).toEqual([7, 0, 8]);
  });
});

describe('the clock of a card', () => {
  const arrive = clock('2026-11-23T03:00:00Z', 'arrive');
  const expectedAt = '2026-11-23T02:30:00Z';
  it.each([
    ['on the road the ETA, an estimate', 'departed', '2026-11-23T02:00:00Z', { dueAt: expectedAt, estimate: true }],
    ['once that is past, the limit', 'departed', '2026-11-23T02:31:00Z', { dueAt: arrive.dueAt, estimate: false }],
    ['in the yard, the limit', 'arranged', '2026-11-23T02:00:00Z', { dueAt: arrive.dueAt, estimate: false }],
  ] as const)('%s', (_, status, now, wanted) => {
    expect(shownClock({ status, clock: arrive, expectedAt }, Date.parse(now))).toEqual({ startedAt: START, ...wanted });
  });
  it('is absent where none runs, and late only past its limit', () => {
    expect(shownClock({ status: 'draft', clock: null, expectedAt: null }, 0)).toBeNull();
    expect([-1, 1].map((ms) => isLate({ clock: arrive }, Date.parse(arrive.dueAt) + ms))).toEqual([false, true]);
    expect(isLate({ clock: null }, Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});

describe('the address', () => {
  const read = (text: string) => readAddress(new URLSearchParams(text));
  it('is read without what it says wrongly', () => {
    expect(read('box=nowhere&view=x&direction=sideways&lane=red&hospital=1&column=closed')).toEqual(read(''));
    expect(read('')).toMatchObject({ box: 'open', view: 'board', direction: undefined, column: null });
  });
  it('shows what is over as a list, since it hangs on no board', () => {
    expect([read('box=done').view, read('box=mine').view, read('box=mine&view=list').view]).toEqual(['list', 'board', 'list']);
  });
  it('drops a part that is taken away', () => {
    const one = withPart(new URLSearchParams('box=mine&lane=green'), 'lane', '');
    expect(one.toString()).toBe('box=mine');
    expect(withPart(one, 'direction', 'up').toString()).toBe('box=mine&direction=up');
  });
});

describe('arrow keys', () => {
  const sizes = [2, 0, 1, 3];
  it.each([
    ['ArrowDown', { group: 0, at: 0 }, { group: 0, at: 1 }],
    ['ArrowDown', { group: 0, at: 1 }, null],
    ['ArrowUp', { group: 0, at: 0 }, null],
    ['ArrowRight', { group: 0, at: 1 }, { group: 2, at: 0 }],
    ['ArrowLeft', { group: 2, at: 0 }, { group: 0, at: 0 }],
    ['ArrowRight', { group: 3, at: 2 }, null],
    ['ArrowLeft', { group: 3, at: 2 }, { group: 2, at: 0 }],
    ['End', { group: 3, at: 0 }, { group: 3, at: 2 }],
    ['Home', { group: 3, at: 2 }, { group: 3, at: 0 }],
    ['Enter', { group: 0, at: 0 }, null],
  ])('%s from %o', (key, from, to) => {
    expect(neighbour(sizes, from, key)).toEqual(to);
  });
});

const hospital = {
  id: '4d3b2c1a-0000-4000-8000-000000000001',
  name: '锦江综合医院',
  shortName: '锦江',
  kind: 'partner' as const,
};
const turns: [string, Owned, string, string][] = [
  [
    'my own',
    { mine: true, clock: clock(START), owner: { hospital, desk: true, department: null, person: null } },
    '等我接收',
    'For me to accept',
  ],
  [
    'a desk',
    { mine: false, clock: clock(START, 'arrange'), owner: { hospital, desk: true, department: null, person: null } },
    '等 锦江转诊中心 定床',
    'For 锦江 referral center to arrange',
  ],
  [
    'a department',
    { mine: false, clock: clock(START, 'summary'), owner: { hospital, desk: false, department: '心内科', person: null } },
    '等 锦江 心内科 写小结',
    'For 锦江 心内科 to write report',
  ],
  [
    'a person',
    {
      mine: false,
      clock: null,
      owner: { hospital, desk: false, department: '心内科', person: { id: hospital.id, name: '郝志', title: '' } },
    },
    '等 锦江 郝志 写单',
    'For 锦江 郝志 to write',
  ],
];

describe.each([
  ['zh-CN', zh, 2],
  ['en', en, 3],
] as const)('words, %s', (lng, texts, at) => {
  beforeAll(async () => {
    await i18n.init({
      lng,
      ns: ['referrals'],
      resources: { [lng]: { referrals: texts } },
      interpolation: { escapeValue: false },
    });
  });
  it.each(turns)('of %s', (_, row, ...wanted) => {
    const words = ownerWords(i18n.getFixedT(lng, 'referrals'), row);
    expect(words).toMatchObject({ mine: row.mine, said: wanted[at - 2] });
  });
  it('are silent once it is over', () => {
    expect(ownerWords(i18n.getFixedT(lng, 'referrals'), { owner: null, mine: false, clock: null })).toBeNull();
  });
  it('name every state, clock, reason and refusal', () => {
    const clocks = ReferralClock.shape.name.options;
    expect(Object.keys(texts.status).sort()).toEqual([...ReferralStatus.options].sort());
    expect(Object.keys(texts.clock).sort()).toEqual([...clocks].sort());
    expect(Object.keys(texts.owner.do).sort()).toEqual(['write', ...clocks].sort());
    expect(Object.keys(texts.reason).sort()).toEqual([...ReferralReason.options].sort());
    expect(Object.keys(texts.rejectReason).sort()).toEqual([...RejectReason.options].sort());
  });
});
