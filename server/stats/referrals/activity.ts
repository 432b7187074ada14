import type { z } from 'zod';
import type { Activity, referralStats } from '../../../contract/referralStats.ts';
import { refuse } from '../../../contract/refusal.ts';
import { HOSPITAL_REF, personRefs } from '../../directory/refs.ts';
import { type Actor, holding } from '../../edge/actor.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { monthOf, periodOf } from '../months.ts';

const ownHospitals = (actor: Actor): string[] => [
  ...new Set(holding(actor, 'admin', 'coordinator').map(({ hospitalId }) => hospitalId)),
];

type Rows = z.input<typeof referralStats.activity.output>['items'];

/** Every month of the period that has begun, newest first, whether or not somebody has entered it. */
export const activity = async (ctx: Ctx, period: { from: string; to: string }): Promise<{ items: Rows }> => {
  const months = periodOf(period).names.filter((month) => month <= monthOf(ctx.now));
  const hospitals = await ctx.db.hospital.findMany({
    where: { id: { in: ownHospitals(ctx.actor) }, kind: { not: 'overseer' } },
    select: HOSPITAL_REF,
    orderBy: { id: 'asc' },
  });
  const entered = await ctx.db.hospitalActivity.findMany({
    where: { hospitalId: { in: hospitals.map(({ id }) => id) }, month: { in: months } },
  });
  const people = await personRefs(
    ctx.db,
    entered.map(({ enteredById }) => enteredById),
  );
  const rowOf = (hospital: (typeof hospitals)[number], month: string): Rows[number] => {
    const found = entered.find((each) => each.hospitalId === hospital.id && each.month === month);
    return {
      hospital,
      month,
      outpatient: found?.outpatient ?? null,
      discharges: found?.discharges ?? null,
      enteredBy: (found && people.get(found.enteredById)) ?? null,
      enteredAt: found?.enteredAt.toISOString() ?? null,
    };
  };
  return { items: hospitals.flatMap((hospital) => months.toReversed().map((month) => rowOf(hospital, month))) };
};

/** The last word counts; who said it before is in the audit log. */
export const putActivity = async (
  ctx: Ctx,
  said: z.output<typeof referralStats.putActivity.input>,
): Promise<z.input<typeof Activity>> => {
  const { hospitalId, month, ...visits } = said;
  if (!ownHospitals(ctx.actor).includes(hospitalId)) refuse('notFound', 'hospital', 'This hospital is not among yours');
  if (month > monthOf(ctx.now)) refuse('invalid', 'stats.monthAhead', 'This month has not begun yet');
  const entered = { ...visits, enteredById: ctx.actor.id, enteredAt: ctx.now };
  await ctx.db.hospitalActivity.upsert({
    where: { hospitalId_month: { hospitalId, month } },
    create: { hospitalId, month, ...entered },
    update: entered,
  });
  ctx.saw('hospital', [hospitalId], [hospitalId]);
  return (await activity(ctx, { from: month, to: month })).items.find(({ hospital }) => hospital.id === hospitalId)!;
};
