import type { z } from 'zod';
import type { Linked } from '../../contract/emergencyLinks.ts';
import type { Origin } from '../../contract/emergencyOrigin.ts';
import type { Vitals } from '../../contract/referralSheet.ts';
import type { Ctx } from '../edge/ctx.ts';

/** What a consult or a referral takes over from the case of a center that it begins from. */
export interface Beginning {
  emergencyId: string;
  patientId: string;
  fromHospitalId: string;
  /** Of the center. */
  fromDepartmentId: string;
  toHospitalId: string | null;
  toDepartmentId: string | null;
  bed: string | null;
  callbackPhone: string | null;
  /** Of the monitor, while they are fresh. */
  vitals: Vitals;
}

/** How a lower room asks about the cases of the centers; `app.ts` hands the answers in. */
export interface Centers {
  /** For a clinician of the hospital that has the case; refuses `notFound` without a relation. Holds the case. */
  begin(ctx: Ctx, id: string): Promise<Beginning>;
  /** How the cases with these ids are named, and whether the actor may open them. */
  origins(ctx: Ctx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string | null, Origin>>;
}

/** What a feature tells of the cases of its own that began from this one. */
export type LinkSource = (ctx: Ctx, emergencyId: string) => Promise<z.input<typeof Linked>[]>;
