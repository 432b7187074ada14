import { z } from 'zod';
import { actions, Id, Instant, Nothing } from './kit.ts';
import { Diastolic, Pulse, Respiration, Spo2, Systolic, Temperature } from './scores/measures.ts';

const TEAM = ['doctor', 'specialist', 'coordinator'] as const;

/** One reading of a monitor; hard ranges of the data dictionary, units: /min, mmHg, %, ℃. */
export const Reading = z
  .object({
    at: Instant,
    pulse: Pulse.optional(),
    spo2: Spo2.optional(),
    systolic: Systolic.optional(),
    diastolic: Diastolic.optional(),
    respiration: Respiration.optional(),
    temperature: Temperature.optional(),
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
