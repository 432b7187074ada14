import type { ConsultVerb } from '../../contract/consults.ts';
import type { Prisma } from '../../server/db/generated/client.ts';
import type { Deed } from './lives.ts';
import type { DemoPatient } from './patients.ts';
import type { DemoPerson } from './people.ts';
import type { DemoRequest } from './requests.ts';

/** The rows that one consult leaves behind. */
export interface CaseRows {
  patient: Prisma.PatientCreateManyInput;
  consult: Prisma.ConsultCreateManyInput;
  steps: Prisma.ConsultStepCreateManyInput[];
  opinions: Prisma.OpinionCreateManyInput[];
  advices: Prisma.AdviceCreateManyInput[];
}

export interface Draft {
  id: string;
  consultNo: string;
  request: DemoRequest;
  /** Who answers, if anybody does. */
  consultant: DemoPerson;
  patient: DemoPatient;
  deeds: readonly Deed[];
  limits: Prisma.InputJsonObject;
  responseDue(sentAt: Date): Date;
}

/** When one of these was done last; null when it never was. */
export const last = (deeds: readonly Deed[], ...verbs: readonly ConsultVerb[]): Date | null =>
  deeds.findLast(({ verb }) => verbs.includes(verb))?.at ?? null;
