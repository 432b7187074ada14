import i18n from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { age, date, dateTime, dateWithWeekday, daysBetween, duration, stopwatch, time } from '../../client/src/lib/format.ts';

const evening = '2026-11-23T15:59:30Z';

describe.each([
  [
    'zh-CN',
    { day: '11 月 23 日 周一', yesterday: '昨天 23:59', tomorrow: '明天 00:30', far: '11 月 3 日 08:00', long: '2 小时 4 分' },
  ],
  ['en', { day: 'Mon 23 Nov', yesterday: 'yesterday 23:59', tomorrow: 'tomorrow 00:30', far: '3 Nov 08:00', long: '2 h 4 min' }],
])('%s', (language, said) => {
  beforeAll(async () => {
    await i18n.init({ lng: language, resources: {} });
  });

  it('shows Beijing time wherever the browser is', () => {
    expect(time(evening)).toBe('23:59');
    expect(time('2026-11-23T16:00:00Z')).toBe('00:00');
  });
  it('says the day', () => {
    expect(dateWithWeekday(evening)).toBe(said.day);
  });
  it('names the day unless it is today', () => {
    const now = '2026-11-24T00:00:00Z';
    expect(dateTime('2026-11-24T01:32:00Z', now)).toBe('09:32');
    expect(dateTime(evening, now)).toBe(said.yesterday);
    expect(dateTime('2026-11-24T16:30:00Z', now)).toBe(said.tomorrow);
    expect(dateTime('2026-11-03T00:00:00Z', now)).toBe(said.far);
  });
  it('adds the year when it is another', () => {
    expect(date('1999-05-01T00:00:00Z')).toContain('1999');
  });
  it('spells a duration', () => {
    expect(duration(124 * 60_000)).toBe(said.long);
  });
});

it('counts calendar days in Beijing, not spans of 24 hours', () => {
  expect(daysBetween('2026-11-23T15:59:59Z', '2026-11-23T16:00:01Z')).toBe(1);
});

it('runs a stopwatch past the hour', () => {
  expect([0, 312_000, 3_599_999, 3_912_000].map(stopwatch)).toEqual(['00:00', '05:12', '59:59', '1:05:12']);
});

it('gives an age in the unit that a paediatrician would', async () => {
  await i18n.init({ lng: 'zh-CN', resources: {} });
  const on = '2026-11-23T08:00:00Z';
  const ages = ['1963-11-24', '1963-11-23', '2023-11-24', '2025-09-23', '2026-10-24', '2026-11-20', '2026-11-23'].map((born) =>
    age(born, on),
  );
  expect(ages).toEqual(['62 岁', '63 岁', '35 月', '14 月', '30 天', '3 天', '0 天']);
  expect(age(null, on)).toBeNull();
});
