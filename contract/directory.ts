import { z } from 'zod';
import { Availability } from './auth.ts';
import { actions, ById, Id, Nothing } from './kit.ts';

export const HospitalKind = z.enum(['county', 'partner', 'overseer']);
/** 东西部协作, 省内对口, 医联体 (domain finding 10). */
export const PartnerType = z.enum(['eastWest', 'inProvince', 'alliance']);
export const Presence = z.enum(['online', 'operating', 'inCall', 'offline']);
export type Presence = z.infer<typeof Presence>;

export const HospitalRef = z.object({ id: Id, name: z.string(), shortName: z.string(), kind: HospitalKind });
export const PersonRef = z.object({ id: Id, name: z.string(), title: z.string() });
/** 一线, 二线. */
export const DutyLine = z.union([z.literal(1), z.literal(2)]);

const OnDuty = PersonRef.extend({ line: DutyLine, presence: Presence });

/** What "现在找谁" shows of one department: who is on duty now, and the telephone that always works. */
export const DepartmentNow = z.object({
  id: Id,
  name: z.string(),
  code: z.string(),
  dutyPhone: z.string(),
  onDuty: z.array(OnDuty),
});

export const PartnerNow = z.object({
  agreement: z.object({ id: Id, partnerType: PartnerType, validTo: z.string() }),
  hospital: HospitalRef.extend({ city: z.string(), centerPhone: z.string() }),
  departments: z.array(DepartmentNow),
});

const Minute = z.number().int().min(0).max(1440);
/** A weekly duty: `weekday` 1 = Monday, minutes of the day in Asia/Shanghai; `toMinute` ≤ `fromMinute` runs into the next day. */
export const DutySlot = z.object({
  id: Id,
  person: PersonRef,
  departmentId: Id,
  line: DutyLine,
  weekday: z.number().int().min(1).max(7),
  fromMinute: Minute,
  toMinute: Minute,
});

export const directory = actions({
  /** The hospitals that the caller's hospitals have an active agreement with, and who is on duty there now. */
  partners: {
    http: 'GET /directory/partners',
    who: ['doctor', 'coordinator'],
    input: Nothing,
    output: z.object({ items: z.array(PartnerNow) }),
  },
  /** Departments, people and roster of one's own hospital. */
  roster: {
    http: 'GET /directory/roster',
    who: ['coordinator', 'specialist', 'doctor', 'admin'],
    input: z.object({ hospitalId: Id.optional() }),
    output: z.object({
      hospital: HospitalRef.extend({ centerPhone: z.string() }),
      departments: z.array(
        z.object({
          id: Id,
          name: z.string(),
          code: z.string(),
          dutyPhone: z.string(),
          people: z.array(PersonRef.extend({ availability: Availability })),
        }),
      ),
      slots: z.array(DutySlot),
    }),
  },
  addDuty: {
    http: 'POST /directory/duties',
    who: ['coordinator'],
    input: z.object({
      personId: Id,
      departmentId: Id,
      line: DutyLine,
      weekday: z.number().int().min(1).max(7),
      fromMinute: Minute,
      toMinute: Minute,
    }),
    output: DutySlot,
  },
  removeDuty: { http: 'DELETE /directory/duties/:id', who: ['coordinator'], input: ById, output: Nothing },
  /** Hospitals that the caller may see figures of, for filters. */
  hospitals: {
    http: 'GET /directory/hospitals',
    who: 'signedIn',
    input: Nothing,
    output: z.object({ items: z.array(HospitalRef) }),
  },
});
