import type { z } from 'zod';
import type { DepartmentNow, directory, PartnerNow } from '../../contract/directory.ts';
import type { Tx } from '../db/client.ts';
import type { Department } from '../db/generated/client.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import { inForce } from './agreements.ts';
import { type Lines, presenceOf } from './presence.ts';
import { personRefs } from './refs.ts';
import { dutyAt, slotsOf } from './roster.ts';

const agreementsOf = ({ db, actor, now }: Ctx) =>
  db.agreement.findMany({
    where: {
      inviterId: { in: holding(actor, 'doctor', 'coordinator').map(({ hospitalId }) => hospitalId) },
      invitee: { active: true },
      ...inForce(now),
    },
    include: { invitee: { include: { departments: { orderBy: { code: 'asc' } } } } },
    orderBy: [{ partnerType: 'asc' }, { id: 'asc' }],
  });

/** Who is on duty now in each of these departments, in three queries whatever their number. */
const dutyOf = async (db: Tx, lines: Lines, { departments, at }: { departments: readonly Department[]; at: Date }) => {
  const slots = Map.groupBy(
    await slotsOf(
      db,
      departments.map(({ id }) => id),
    ),
    ({ departmentId }) => departmentId,
  );
  const duty = new Map(departments.map(({ id }) => [id, dutyAt(slots.get(id) ?? [], at)]));
  const ids = [...duty.values()].flat().map(({ personId }) => personId);
  const [people, presence] = [await personRefs(db, ids), await presenceOf(db, lines, ids)];
  return ({ id, name, code, dutyPhone }: Department): z.input<typeof DepartmentNow> => ({
    id,
    name,
    code,
    dutyPhone,
    onDuty: (duty.get(id) ?? []).map(({ personId, line }) => ({
      ...people.get(personId)!,
      line,
      presence: presence.get(personId)!,
    })),
  });
};

export const partners =
  (lines: Lines) =>
  async (ctx: Ctx): Promise<z.input<typeof directory.partners.output>> => {
    const agreements = await agreementsOf(ctx);
    const invited = agreements.map(({ invitedCodes, invitee }) =>
      invitee.departments.filter(({ code }) => invitedCodes.includes(code)),
    );
    const now = await dutyOf(ctx.db, lines, { departments: invited.flat(), at: ctx.now });
    const items = agreements.map(
      ({ id, partnerType, validTo, invitee }, place): z.input<typeof PartnerNow> => ({
        agreement: { id, partnerType, validTo: validTo.toISOString().slice(0, 10) },
        hospital: invitee,
        departments: (invited[place] ?? []).map(now),
      }),
    );
    return { items };
  };
