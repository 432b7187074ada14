import { z } from 'zod';
import { actions, ById, Id, Instant, Nothing } from './kit.ts';

/** 空床, 占用, 清洁中, 停用. */
export const BedState = z.enum(['free', 'occupied', 'cleaning', 'closed']);
export type BedState = z.infer<typeof BedState>;

export const BedView = z.object({
  id: Id,
  label: z.string(),
  state: BedState,
  /** When an occupied one is expected to be free. */
  freeAt: Instant.nullable(),
  /** Held for a referral until then; nobody else can have it. */
  heldUntil: Instant.nullable(),
  /** The referral it is held for, for those who may see that one. */
  heldFor: z.object({ id: Id, referralNo: z.string() }).nullable(),
});
export type BedView = z.infer<typeof BedView>;

export const WardView = z.object({
  department: z.object({ id: Id, name: z.string(), code: z.string() }),
  beds: z.array(BedView),
  free: z.number().int(),
  held: z.number().int(),
  total: z.number().int(),
  /** When somebody last said so; old figures show their age. */
  updatedAt: Instant.nullable(),
});

const Label = z.string().trim().min(1).max(20);

export const beds = actions({
  /** One's own hospital, department by department. */
  list: {
    http: 'GET /beds',
    who: ['coordinator', 'specialist', 'doctor'],
    input: z.object({ hospitalId: Id.optional() }),
    output: z.object({ wards: z.array(WardView) }),
  },
  /**
   * Brings the beds of a department to what is said, by label: by the coordinator's hand or from the hospital's own system.
   * Beds not named are left as they are; a held bed keeps its hold.
   */
  put: {
    http: 'POST /beds',
    who: ['coordinator'],
    input: z.object({
      departmentId: Id,
      beds: z
        .array(z.object({ label: Label, state: BedState, freeAt: Instant.optional() }))
        .min(1)
        .max(300),
    }),
    output: WardView,
  },
  remove: { http: 'DELETE /beds/:id', who: ['coordinator'], input: ById, output: Nothing },
});

/** A hospital's beds have changed: fetch `beds.list` and the referral again. */
export const bedEvents = { 'beds.changed': z.object({ hospitalId: Id }) };
