import type { z } from 'zod';
import { ConsultStatus, Urgency } from '../contract/consults.ts';
import type { CaseFilter, ResponseState } from '../contract/stats.ts';
import { departmentId } from '../prisma/seed/departments.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { idOf } from '../prisma/seed/ids.ts';
import { personId } from '../prisma/seed/network.ts';
import { randomFrom } from '../prisma/seed/random.ts';
import type { Consult, ConsultStep, Prisma } from '../server/db/generated/client.ts';

/** The moment at which these figures are asked for. */
export const NOW = new Date('2026-11-24T02:00:00Z');
export const COUNTIES = ['leibo', 'jinchuan', 'pingchang'];
export const PARTNERS = ['xiangshan', 'huzhou', 'jinjiang'];
const HOUR = 3_600_000;

/** Any mixture of facts, likely or not: the figures must not depend on the machine that makes them. */
export const anyConsult = (place: number): Prisma.ConsultCreateManyInput => {
  const random = randomFrom(place + 1);
  const [from, to, urgency] = [random.pick(COUNTIES), random.pick(PARTNERS), random.pick(Urgency.options)];
  // A few share an instant and many lie close to the turn of a month in Shanghai.
  const sentAt = new Date(
    random.chance(0.2)
      ? Date.UTC(2026, random.int(6, 10), 0, 16) + random.int(-1, 1)
      : Date.UTC(2026, 6, 1) + random.int(0, 143 * 24) * HOUR,
  );
  const after = (hours: number) => new Date(sentAt.getTime() + random.int(1, hours * 3_600) * 1000 + random.int(0, 999));
  return {
    id: idOf('any', place),
    consultNo: `T${place}`,
    status: random.pick(ConsultStatus.options),
    urgency,
    patientId: idOf('patient', 0),
    agreementId: idOf('agreement', 0),
    fromHospitalId: hospitalId(from),
    fromDepartmentId: departmentId(from, '20'),
    requesterId: personId(`${from}.doctor`),
    toHospitalId: hospitalId(to),
    toDepartmentId: departmentId(to, '03.04'),
    purpose: '是否需要转院',
    dxCode: 'I21.901',
    callbackPhone: '0834-0001120',
    sentAt,
    limits: {},
    responseDueAt: random.chance(0.3) ? new Date(NOW.getTime() + HOUR) : after(2),
    firstResponseAt: random.chance(urgency === 'stat' ? 0.75 : 0.96) ? after(3) : null,
    endedAt: random.chance(0.5) ? after(48) : null,
    adoption: random.chance(0.5) ? random.pick(['full', 'partial', 'none'] as const) : null,
  };
};

/** A history for some of them: sent back before the sending that counts or after it, ended by the clock, anything. */
export const anySteps = ({ id, sentAt }: Pick<Consult, 'id' | 'sentAt'>, place: number): Prisma.ConsultStepCreateManyInput[] => {
  const random = randomFrom(place + 7_001);
  if (random.chance(0.5)) return [];
  const step = (verb: string) => ({ consultId: id, verb, at: new Date(sentAt.getTime() + random.pick([-HOUR, -1, 0, 1, HOUR])) });
  return [step(random.pick(['sendBack', 'accept'])), step(random.pick(['sendBack', 'expire', 'cancel', 'resend']))];
};

/** A consult with its history. */
export type Told = Consult & { steps: ConsultStep[] };

/** The same figures, slowly and plainly. */
export const monthOf = ({ sentAt }: Consult): string => new Date(sentAt.getTime() + 8 * HOUR).toISOString().slice(0, 7);
const isWithdrawn = ({ status, sentAt, endedAt, responseDueAt, steps }: Told): boolean => {
  if (status !== 'cancelled') return false;
  const inTime = endedAt !== null && endedAt <= responseDueAt;
  return inTime || steps.some(({ verb, at }) => verb === 'sendBack' && at > sentAt);
};
const isDue = (row: Told): boolean => {
  if (row.firstResponseAt !== null) return true;
  if (isWithdrawn(row)) return false;
  return row.endedAt !== null || (row.responseDueAt < NOW && row.status !== 'returned');
};
const isWithin = (row: Told): boolean => row.firstResponseAt !== null && row.firstResponseAt <= row.responseDueAt;
export const RESPONSES: Record<z.infer<typeof ResponseState>, (row: Told) => boolean> = {
  due: isDue,
  answered: (row) => row.firstResponseAt !== null,
  unanswered: (row) => isDue(row) && row.firstResponseAt === null,
  within: isWithin,
  late: (row) => isDue(row) && !isWithin(row),
};
export const ADOPTIONS: Record<NonNullable<CaseFilter['adoption']>, (row: Consult) => boolean> = {
  full: (row) => row.adoption === 'full',
  partial: (row) => row.adoption === 'partial',
  none: (row) => row.adoption === 'none',
  stated: (row) => row.adoption !== null,
  adopted: (row) => row.adoption === 'full' || row.adoption === 'partial',
};
/** What the filter chooses, of rows that are in scope already. */
export const chosenBy = (rows: readonly Told[], filter: CaseFilter): Told[] =>
  rows.filter(
    (row) =>
      monthOf(row) >= filter.from &&
      monthOf(row) <= filter.to &&
      (!filter.fromHospitalId || row.fromHospitalId === filter.fromHospitalId) &&
      (!filter.toHospitalId || row.toHospitalId === filter.toHospitalId) &&
      (!filter.urgency || row.urgency === filter.urgency) &&
      (!filter.status || row.status === filter.status) &&
      (!filter.response || RESPONSES[filter.response](row)) &&
      (!filter.adoption || ADOPTIONS[filter.adoption](row)),
  );

/** Nearest rank in whole numbers: the ⌈n·percent/100⌉-th of the due, the unanswered last. */
export const rank = (rows: readonly Told[], percent: number): number | 'unanswered' | null => {
  const waits = rows
    .filter(isDue)
    .map((row) => (row.firstResponseAt ? (row.firstResponseAt.getTime() - row.sentAt.getTime()) / 1000 : Infinity))
    .sort((a, b) => a - b);
  if (waits.length === 0) return null;
  const found = waits[Math.ceil((waits.length * percent) / 100) - 1]!;
  return found === Infinity ? 'unanswered' : found;
};

export const spread = (rows: readonly Told[]) => ({ n: rows.filter(isDue).length, p50: rank(rows, 50), p90: rank(rows, 90) });
export const countOf = <T extends string>(of: readonly T[]): { key: T; n: number }[] =>
  [...Map.groupBy(of, (key) => key)].map(([key, { length: n }]) => ({ key, n })).sort((a, b) => a.key.localeCompare(b.key));
