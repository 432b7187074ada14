import { z } from 'zod';
import { actions, Id, Instant, Nothing } from './kit.ts';

const TEAM = ['doctor', 'specialist', 'coordinator'] as const;
const between = (least: number, most: number) => z.number().min(least).max(most).optional();

/** One reading of a monitor; hard ranges of the data dictionary, units: /min, mmHg, %, ℃. */
export const Reading = z
  .object({
    at: Instant,
    pulse: between(0, 300),
    spo2: between(0, 100),
    systolic: between(0, 320),
    diastolic: between(0, 220),
    respiration: between(0, 150),
    temperature: between(20, 45),
    /** SpO₂ is never shown without it. */
    oxygen: z.enum(['air', 'cannula', 'mask', 'ventilator']).optional(),
  })
  .refine(({ spo2, oxygen }) => spo2 === undefined || oxygen !== undefined, 'oxygen.needed');
export type Reading = z.infer<typeof Reading>;

export const vitals = actions({
  /** By a monitor's program with a token of the team; sent twice it is kept once. */
  send: {
    http: 'POST /emergencies/:id/vitals',
    who: TEAM,
    input: z.object({ id: Id, items: z.array(Reading).min(1).max(120) }),
    output: Nothing,
  },
  /** Of the last half hour, the oldest first. */
  recent: {
    http: 'GET /emergencies/:id/vitals',
    who: TEAM,
    input: z.object({ id: Id }),
    output: z.object({ items: z.array(Reading) }),
  },
});

export const vitalEvents = {
  /** A monitor has spoken: the newest reading of each case that one looks at. */
  'vitals.came': z.object({ id: Id, reading: Reading }),
};
