import type { z } from 'zod';
import type { Destination, Direction } from '../../contract/referralSheet.ts';
import { Outside } from '../../contract/referralSheet.ts';
import type { referrals } from '../../contract/referrals.ts';
import { refuse } from '../../contract/refusal.ts';
import { freeBeds } from '../beds/index.ts';
import type { Agreement, Prisma, Referral } from '../db/generated/client.ts';
import { inForce } from '../directory/agreements.ts';
import { HOSPITAL_REF } from '../directory/refs.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';

/** A hospital to be asked, in the words of an offer, and the agreement that covers it; one off the platform has none. */
export interface Goal {
  hospitalId: string | null;
  departmentId: string | null;
  outside: Outside | null;
  agreement: Agreement | null;
}

type Sending = Pick<Referral, 'fromHospitalId' | 'direction'>;

/** 上转 goes from the inviting to the invited hospital and to the departments opened there, 下转 back, 平转 either way. */
const covering = (
  { fromHospitalId, direction }: Sending,
  to: { hospitalId: string; code: string },
): Prisma.AgreementWhereInput => {
  const there = { inviterId: fromHospitalId, inviteeId: to.hospitalId, invitedCodes: { has: to.code } };
  const back = { inviterId: to.hospitalId, inviteeId: fromHospitalId };
  return { OR: [...(direction === 'down' ? [] : [there]), ...(direction === 'up' ? [] : [back])] };
};

/** Refuses a department that no agreement in force covers; what is under way goes on when its agreement ends. */
export const goalOf = async (ctx: Ctx, row: Sending, destination: Destination): Promise<Goal> => {
  if ('outside' in destination)
    return { hospitalId: null, departmentId: null, outside: Outside.parse(destination.outside), agreement: null };
  const to =
    (await ctx.db.department.findUnique({ where: { id: destination.departmentId } })) ??
    refuse('notFound', 'department', 'There is no such department');
  if (to.hospitalId === row.fromHospitalId) refuse('invalid', 'referral.sameHospital', 'Choose a department of another hospital');
  const agreement = await ctx.db.agreement.findFirst({
    where: { ...covering(row, to), ...inForce(ctx.now), invitee: { active: true }, inviter: { active: true } },
    orderBy: { validTo: 'desc' },
  });
  if (!agreement) {
    refuse(
      'conflict',
      'agreement.missing',
      'No agreement in force covers this department; choose another, or ask your coordinator to renew the agreement',
    );
  }
  return { hospitalId: to.hospitalId, departmentId: to.id, outside: null, agreement };
};

type Item = z.input<typeof referrals.destinations.output>['items'][number];
const DEPARTMENTS = { orderBy: { code: 'asc' } } satisfies Prisma.Hospital$departmentsArgs;
const WITH_DEPARTMENTS = {
  ...HOSPITAL_REF,
  city: true,
  centerPhone: true,
  departments: DEPARTMENTS,
} satisfies Prisma.HospitalSelect;

const agreed = ({ db, now }: Ctx, hospitalIds: readonly string[], direction: Direction) =>
  db.agreement.findMany({
    where: {
      OR: [
        ...(direction === 'down' ? [] : [{ inviterId: { in: [...hospitalIds] } }]),
        ...(direction === 'up' ? [] : [{ inviteeId: { in: [...hospitalIds] } }]),
      ],
      ...inForce(now),
      invitee: { active: true },
      inviter: { active: true },
    },
    include: { inviter: { select: WITH_DEPARTMENTS }, invitee: { select: WITH_DEPARTMENTS } },
    orderBy: [{ partnerType: 'asc' }, { id: 'asc' }],
  });

/** Where the caller's hospital may refer to, each hospital once, with the beds it last told. */
export const destinations = async (
  ctx: Ctx,
  { direction, fromHospitalId }: { direction: Direction; fromHospitalId?: string | undefined },
): Promise<z.input<typeof referrals.destinations.output>> => {
  const own = holding(ctx.actor, 'doctor', 'specialist', 'coordinator').map(({ hospitalId }) => hospitalId);
  const from = own.filter((id) => fromHospitalId === undefined || id === fromHospitalId);
  const found = new Map<string, Omit<Item, 'departments'> & { departments: { id: string; name: string; code: string }[] }>();
  for (const { inviterId, inviter, invitee, invitedCodes } of await agreed(ctx, from, direction)) {
    const there = from.includes(inviterId);
    const hospital = there ? invitee : inviter;
    const open = hospital.departments.filter(({ code }) => !there || invitedCodes.includes(code));
    const known = found.get(hospital.id)?.departments ?? [];
    const more = open.filter(({ id }) => !known.some((one) => one.id === id));
    found.set(hospital.id, { hospital, departments: [...known, ...more] });
  }
  const ids = [...found.values()].flatMap(({ departments }) => departments.map(({ id }) => id));
  const free = await freeBeds(ctx.db, ids);
  const withBeds = ({ id, name, code }: { id: string; name: string; code: string }) => ({
    id,
    name,
    code,
    freeBeds: free.get(id)?.free ?? null,
    bedsAt: free.get(id)?.updatedAt?.toISOString() ?? null,
  });
  return {
    items: [...found.values()].map(({ hospital, departments }) => ({ hospital, departments: departments.map(withBeds) })),
  };
};
