import { advance } from '../../contract/kit.ts';
import type { RejectReason } from '../../contract/referralSheet.ts';
import { offerSteps } from '../../contract/referralSteps.ts';
import { Prisma, type ReferralOffer } from '../db/generated/client.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Goal } from './destinations.ts';
import { after, limitsOf } from './limits.ts';
import type { Change } from './move.ts';
import { type Case, liveOffers } from './relations.ts';

/** Where the referral goes, as one of the asked hospitals, or one to be asked, stands in it. */
export const towards = ({
  hospitalId,
  departmentId,
  outside,
}: Pick<ReferralOffer, 'hospitalId' | 'departmentId' | 'outside'>): Change => ({
  toHospitalId: hospitalId,
  toDepartmentId: departmentId,
  outside: outside ?? Prisma.DbNull,
});

/** Asks one hospital; its answer and its time are its own, whatever others say. */
export const offerTo = async (
  { db, now }: Ctx,
  row: Case,
  { hospitalId, departmentId, outside, agreement }: Goal,
): Promise<void> => {
  await db.referralOffer.create({
    data: {
      referralId: row.id,
      hospitalId,
      departmentId,
      outside: outside ?? Prisma.DbNull,
      agreementId: agreement?.id ?? null,
      offeredAt: now,
      dueAt: after(now, limitsOf(row).accept),
    },
  });
};

/** The live offer that the actor may answer: of a hospital of theirs, or the telephoned one of a hospital off the platform. */
export const myOffer = ({ actor }: Ctx, row: Case): ReferralOffer | undefined => {
  const own = holding(actor, 'doctor', 'specialist', 'coordinator');
  const live = liveOffers(row);
  return (
    live.find(({ hospitalId }) => own.some((of) => of.hospitalId === hospitalId)) ??
    live.find(({ hospitalId }) => hospitalId === null)
  );
};

interface Answer {
  verb: 'accept' | 'reject';
  reason?: RejectReason;
  note?: string | undefined;
}

export const answerOffer = async (
  { db, now, actor }: Ctx,
  offer: ReferralOffer,
  { verb, reason, note }: Answer,
): Promise<void> => {
  const status = advance(offerSteps, { verb, from: offer.status, relations: new Set(['asked'] as const) });
  const data = { status, decidedAt: now, decidedById: actor.id, reason: reason ?? null, note: note ?? null };
  await db.referralOffer.update({ where: { id: offer.id }, data });
};

/** Nobody else needs to answer any more: in time it is withdrawn, past its time it went unanswered, which counts; when a yes was said stays. */
export const dropOffers = async ({ db, now }: Ctx, row: Case, { except }: { except?: string } = {}): Promise<void> => {
  for (const { id, status, dueAt } of liveOffers(row).filter((offer) => offer.id !== except)) {
    const missed = status === 'offered' && dueAt <= now;
    const to = missed
      ? advance(offerSteps, { verb: 'expire', from: status, relations: new Set(['clock'] as const) })
      : advance(offerSteps, { verb: 'withdraw', from: status, relations: new Set(['asker'] as const) });
    await db.referralOffer.update({ where: { id }, data: { status: to, ...(status === 'offered' && { decidedAt: now }) } });
  }
};
