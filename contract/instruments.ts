import { z } from 'zod';
import { HospitalRef, PersonRef } from './directory.ts';
import { actions, ById, Id, Instant } from './kit.ts';

/** What prints its own time on paper: 心电图机, 检验设备, CT and others. */
export const InstrumentKind = z.enum(['ecg', 'laboratory', 'ct', 'other']);
export type InstrumentKind = z.infer<typeof InstrumentKind>;

/** One comparison of an instrument's clock with the server's; kept for ever, the last one holds. */
export const ClockCheck = z.object({
  /** How far the instrument is ahead, in milliseconds. */
  offsetMs: z.number().int(),
  at: Instant,
  by: PersonRef,
});
export type ClockCheck = z.infer<typeof ClockCheck>;

export const InstrumentView = z.object({
  id: Id,
  kind: InstrumentKind,
  name: z.string(),
  hospital: HospitalRef,
  last: ClockCheck.nullable(),
  /** Nobody has compared its clock on this day (Asia/Shanghai). */
  dueToday: z.boolean(),
});
export type InstrumentView = z.infer<typeof InstrumentView>;

const TEAM = ['coordinator', 'doctor', 'specialist'] as const;

/** The offset register of instruments whose times become time nodes (domain §0.15): compared daily, used at each stamp. */
export const instruments = actions({
  list: {
    http: 'GET /instruments',
    who: TEAM,
    input: z.object({ hospitalId: Id.optional() }),
    output: z.object({ items: z.array(InstrumentView) }),
  },
  add: {
    http: 'POST /instruments',
    who: ['coordinator'],
    input: z.object({ hospitalId: Id, kind: InstrumentKind, name: z.string().trim().min(1).max(40) }),
    output: InstrumentView,
  },
  /** 停用: no longer offered; what it has stamped stays as it is. */
  retire: { http: 'POST /instruments/:id/retire', who: ['coordinator'], input: ById, output: InstrumentView },
  /** 校时: what the instrument showed at the moment when the button was pressed. More than a day apart is refused: set its date first. */
  check: {
    http: 'POST /instruments/:id/checks',
    who: TEAM,
    input: ById.extend({
      shown: Instant,
      /** By the clock of the phone, and how far that is ahead of the server's. */
      at: Instant,
      offsetMs: z.number().int().min(-86_400_000).max(86_400_000),
    }),
    output: InstrumentView,
  },
});

/** Fetch `instruments.list` again. */
export const instrumentEvents = { 'instruments.changed': z.object({ hospitalId: Id }) };
