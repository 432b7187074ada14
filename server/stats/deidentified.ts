import type { z } from 'zod';
import type { PatientSketch } from '../../contract/records.ts';
import type { Scope } from './scope.ts';

interface Told {
  known: boolean;
  sex: z.infer<typeof PatientSketch>['sex'];
  birthDate: Date | null;
  approximateAge: number | null;
}

const ageAt = (at: Date, birth: Date): number => {
  const before = at.toISOString().slice(5, 10) < birth.toISOString().slice(5, 10) ? 1 : 0;
  return Math.max(0, at.getUTCFullYear() - birth.getUTCFullYear() - before);
};

/** Sex, and age in whole years at that moment; never a birth date. */
export const sketchAt = ({ birthDate, ...patient }: Told, at: Date): z.infer<typeof PatientSketch> => ({
  ...patient,
  birthDate: null,
  approximateAge: birthDate ? ageAt(at, birthDate) : patient.approximateAge,
});

/** An overseer reads the category (three characters of ICD-10), a hospital its own code. */
export const codeFor = (scope: Scope, code: string | null): string | null =>
  scope === 'everything' ? (code?.slice(0, 3) ?? null) : code;
