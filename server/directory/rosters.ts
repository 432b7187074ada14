import type { z } from 'zod';
import type { DutySlot, directory } from '../../contract/directory.ts';
import { refuse } from '../../contract/refusal.ts';
import type { DutySlot as Row } from '../db/generated/client.ts';
import { holds } from '../edge/actor.ts';
import type { Ctx, Handlers } from '../edge/ctx.ts';
import { coordinated, ownHospital } from './own.ts';
import { PERSON_REF } from './refs.ts';
import { overlap, type Weekly } from './week.ts';

type Verbs = Handlers<typeof directory>;
type SlotView = z.input<typeof DutySlot>;

const view = ({ line, ...slot }: Row & { person: SlotView['person'] }): SlotView => ({ ...slot, line: line === 1 ? 1 : 2 });

export const roster: Verbs['roster'] = async (ctx, { hospitalId }) => {
  const { departments, ...hospital } = await ctx.db.hospital.findUniqueOrThrow({
    where: { id: ownHospital(ctx, ['coordinator', 'specialist', 'doctor', 'admin'], hospitalId) },
    include: {
      departments: {
        orderBy: { code: 'asc' },
        include: {
          memberships: {
            where: { person: { active: true } },
            include: { person: { select: { ...PERSON_REF, availability: true } } },
            orderBy: { id: 'asc' },
          },
          duties: {
            include: { person: { select: PERSON_REF } },
            orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }, { line: 'asc' }],
          },
        },
      },
    },
  });
  return {
    hospital,
    departments: departments.map(({ memberships, ...department }) => ({
      ...department,
      people: memberships.map(({ person }) => person),
    })),
    slots: departments.flatMap(({ duties }) => duties.map(view)),
  };
};

/** Waits for anyone else who is changing this person's duties, so that two slots added at once cannot overlap. */
const checkFree = async ({ db }: Ctx, personId: string, slot: Weekly): Promise<void> => {
  await db.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
  const others = await db.dutySlot.findMany({ where: { personId } });
  if (others.some((other) => overlap(other, slot))) {
    refuse('conflict', 'duty.overlaps', 'This person has a duty at that time already; remove it first');
  }
};

export const addDuty: Verbs['addDuty'] = async (ctx, input) => {
  const { personId, departmentId, fromMinute } = input;
  const { hospitalId } = await coordinated(ctx, departmentId);
  if (fromMinute === 1_440) refuse('invalid', 'duty.from', 'A duty begins before midnight; choose 0:00 of the next day');
  const member = await ctx.db.membership.findFirst({ where: { personId, departmentId, person: { active: true } } });
  if (!member) refuse('invalid', 'duty.notOfDepartment', 'This person does not work in the department');
  await checkFree(ctx, personId, input);
  const slot = await ctx.db.dutySlot.create({ data: input, include: { person: { select: PERSON_REF } } });
  ctx.saw('duty', [slot.id], [hospitalId]);
  return view(slot);
};

export const removeDuty: Verbs['removeDuty'] = async (ctx, { id }) => {
  const slot = await ctx.db.dutySlot.findUnique({ where: { id }, include: { department: true } });
  if (!slot || !holds(ctx.actor, 'coordinator', slot.department))
    return refuse('notFound', 'duty', 'There is no such duty in your hospital');
  await ctx.db.dutySlot.deleteMany({ where: { id } });
  ctx.saw('duty', [id], [slot.department.hospitalId]);
  return {};
};
