import type { z } from 'zod';
import type { consults, RingCard } from '../../contract/consults.ts';
import type { Page } from '../db/generated/client.ts';
import { hospitalRefs, personRefs } from '../directory/refs.ts';
import { onDuty } from '../directory/roster.ts';
import type { Ctx } from '../edge/ctx.ts';
import { instant } from '../edge/instants.ts';
import { ringingFor } from '../paging/pages.ts';
import { sketchOf } from '../records/patients.ts';
import { photoOf, photosOf } from '../records/photos.ts';
import { related } from './relations.ts';
import { lineOf, nextRingOf } from './rings.ts';
import { missingOf, type WithPatient } from './rows.ts';

type Card = z.input<typeof RingCard>;

/** A reminder rings a desk about a case that nobody can accept any more: it is a badge, to be opened. */
const canOf = ({ personId }: Page, { status }: WithPatient): Card['can'] => {
  if (status !== 'requested') return [];
  return personId ? ['accept', 'decline', 'passOn'] : ['decline', 'answerByPhone'];
};

const nextOf = async (ctx: Ctx, row: WithPatient): Promise<Card['next']> => {
  const next = await nextRingOf(ctx, row);
  if (next?.step !== 'secondLine') return { name: null, at: next?.at ?? null };
  const duty = await onDuty(ctx.db, { departmentId: row.toDepartmentId, at: new Date(next.at) });
  const second = duty.find(({ line }) => line === 2);
  const people = await personRefs(ctx.db, [second?.personId ?? null]);
  return { name: second ? people.get(second.personId)!.name : null, at: next.at };
};

/** What a ring shows: never the patient's name (it may light up on a lock screen), always a telephone. */
const cards = async (ctx: Ctx, rows: readonly WithPatient[]) => {
  const { db } = ctx;
  const people = await personRefs(
    db,
    rows.map(({ requesterId }) => requesterId),
  );
  const hospitals = await hospitalRefs(
    db,
    rows.map(({ fromHospitalId }) => fromHospitalId),
  );
  const departmentIds = rows.flatMap(({ fromDepartmentId, toDepartmentId }) => [fromDepartmentId, toDepartmentId]);
  const departments = new Map(
    (await db.department.findMany({ where: { id: { in: departmentIds } } })).map((one) => [one.id, one]),
  );
  const photos = Map.groupBy(
    await photosOf(
      db,
      rows.map(({ id }) => id),
    ),
    ({ consultId }) => consultId,
  );
  return async (page: Page, row: WithPatient): Promise<Card> => ({
    pageId: page.id,
    consultId: row.id,
    consultNo: row.consultNo,
    urgency: page.urgency as Card['urgency'],
    line: lineOf(page),
    desk: page.deskId !== null,
    patient: sketchOf(row.patient),
    dx: row.dxName,
    purpose: row.purpose,
    from: hospitals.get(row.fromHospitalId)!,
    fromDepartment: departments.get(row.fromDepartmentId)!.name,
    requester: people.get(row.requesterId)!,
    callbackPhone: row.callbackPhone,
    dutyPhone: departments.get(row.toDepartmentId)!.dutyPhone,
    missing: missingOf(row),
    photos: (photos.get(row.id) ?? []).map(photoOf),
    rungAt: instant(page.rungAt),
    responseDueAt: instant(row.status === 'requested' ? row.responseDueAt : (row.clockDueAt ?? row.responseDueAt)),
    next: await nextOf(ctx, row),
    can: canOf(page, row),
  });
};

/** Everything that rings for the caller now, the newest first. */
export const ringing = async (ctx: Ctx): Promise<z.input<typeof consults.ringing.output>> => {
  const pages = await ringingFor(ctx, 'consult');
  const rows = await ctx.db.consult.findMany({
    where: { AND: [{ id: { in: pages.map(({ subjectId }) => subjectId) } }, related(ctx.actor)] },
    include: { patient: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const cardOf = await cards(ctx, rows);
  const items: Card[] = [];
  for (const page of pages) {
    const row = byId.get(page.subjectId);
    if (row) items.push(await cardOf(page, row));
  }
  ctx.saw(
    'consult',
    [...byId.keys()],
    rows.flatMap(({ fromHospitalId, toHospitalId }) => [fromHospitalId, toHospitalId]),
  );
  return { items };
};
