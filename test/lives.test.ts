import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ConsultVerb, Urgency } from '../contract/consults.ts';
import { type Deed, lifeOf, statusAfter } from '../prisma/seed/lives.ts';
import { randomFrom } from '../prisma/seed/random.ts';
import { requestMaker } from '../prisma/seed/requests.ts';
import { dueBy } from '../server/consults/limits.ts';
import { addWorkingTime } from '../server/reference/calendar.ts';
import { SetFile, shapes } from '../server/reference/shapes.ts';
import { TUESDAY_TEN } from './clock.ts';

const setOf = <N extends 'consultLimits' | 'workingHours'>(name: N) => {
  const file = new URL(`../server/reference/sets/${name}.json`, import.meta.url);
  const { version, data } = SetFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { version, data: shapes[name].parse(data) as ReturnType<(typeof shapes)[N]['parse']> };
};
const limits = setOf('consultLimits');
const hours = setOf('workingHours').data;

const dueOf = (urgency: Urgency) => dueBy({ version: limits.version, ...limits.data[urgency] }, hours);
const plain = (from: Date, seconds: number) => new Date(from.getTime() + Math.round(seconds * 1000));
const afterOf = (urgency: Urgency) =>
  urgency === 'routine' ? (from: Date, seconds: number) => addWorkingTime(hours, from, seconds) : plain;

const last = (deeds: readonly Deed[], ...verbs: ConsultVerb[]): Date | undefined =>
  deeds.findLast(({ verb }) => verbs.includes(verb))?.at;

/** Accepted and not joined in time is rung again by the clock, exactly at the limit and never later. */
const joinsInTime = (deeds: readonly Deed[], due: ReturnType<typeof dueOf>): boolean =>
  deeds.every(({ verb, at }, place) => {
    const next = deeds[place + 1];
    if (verb !== 'accept' || !next) return true;
    const limit = due('join', at);
    return next.verb === 'ringAgain' ? next.at.getTime() === limit.getTime() : next.at <= limit;
  });

const draw = fc.record({
  seed: fc.integer({ min: 1 }),
  progress: fc.double({ min: 0, max: 1, noNaN: true }),
  secondLine: fc.boolean(),
});

it('keep, whatever is drawn, the limits that the clock would have kept', () => {
  fc.assert(
    fc.property(draw, ({ seed, progress, secondLine }) => {
      const random = randomFrom(seed);
      const { urgency, sentAt } = requestMaker(TUESDAY_TEN, random)();
      const due = dueOf(urgency);
      const deeds = lifeOf(random, { urgency, sentAt, progress, secondLine, due, after: afterOf(urgency) });
      const expires = due('expire', last(deeds, 'resend') ?? sentAt);
      const times = [sentAt, ...deeds.map(({ at }) => at)];
      expect(times.every((at, place) => place === 0 || at > times[place - 1]!)).toBe(true);
      expect(joinsInTime(deeds, due)).toBe(true);
      expect(last(deeds, 'expire') ?? expires).toEqual(expires);
      expect((last(deeds, 'accept', 'answerByPhone', 'decline', 'cancel') ?? sentAt) < expires).toBe(true);
      expect(['closed', 'declined', 'cancelled', 'expired']).toContain(statusAfter(deeds));
    }),
    { numRuns: 3_000 },
  );
});
