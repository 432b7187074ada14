import type { z } from 'zod';
import type { ConsultStatus, consults, OpinionBody } from '../../contract/consults.ts';
import { refuse } from '../../contract/refusal.ts';
import { type Consult, Prisma } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { stopRinging } from '../paging/pages.ts';
import { contentHash } from '../records/signing.ts';
import { type Change, move } from './move.ts';
import { load } from './relations.ts';
import { subjectOf } from './ring.ts';

const WRITABLE: readonly ConsultStatus[] = ['accepted', 'inSession', 'signed', 'acknowledged'];

/** Kept as typed, several times a minute: nobody is told, and the version stays, so that others are not disturbed. */
export const draftOpinion = async (ctx: Ctx, { id, opinion }: z.output<typeof consults.draftOpinion.input>): Promise<Consult> => {
  const { row, by } = await load(ctx, id);
  if (!by.has('consultant')) refuse('forbidden', 'draftOpinion.notYours', 'Only the consultant writes the opinion');
  if (!WRITABLE.includes(row.status)) refuse('conflict', 'draftOpinion.notNow', 'There is no opinion to write in this state');
  const { count } = await ctx.db.consult.updateMany({
    where: { id, status: row.status, consultantId: row.consultantId },
    data: { opinionDraft: opinion },
  });
  if (count === 0) refuse('conflict', 'consult.moved', 'Somebody else has just changed this consult; look again');
  return row;
};

/** What the signature covers; with it anybody can compute the hash again. */
export interface SignedContent {
  consultId: string;
  version: number;
  body: z.output<typeof OpinionBody>;
  signerId: string;
  signedAt: string;
}
export const opinionHash = (content: SignedContent): string => contentHash({ ...content });

const writeOpinion = async ({ db, actor, now }: Ctx, row: Consult, body: SignedContent['body']): Promise<void> => {
  const version = 1 + (await db.opinion.count({ where: { consultId: row.id } }));
  const signer = await db.person.findUniqueOrThrow({ where: { id: actor.id } });
  const hospital = await db.hospital.findUniqueOrThrow({ where: { id: row.toHospitalId } });
  const content = { consultId: row.id, version, body, signerId: signer.id };
  await db.opinion.create({
    data: {
      ...content,
      signerName: signer.name,
      signerTitle: signer.title,
      hospital: hospital.name,
      signedAt: now,
      hash: opinionHash({ ...content, signedAt: now.toISOString() }),
    },
  });
};

interface Signing {
  verb: 'sign' | 'amend';
  body: SignedContent['body'];
  set?: Change;
}

const signAs = async (ctx: Ctx, id: string, { verb, body, set }: Signing): Promise<Consult> => {
  const { row, by } = await load(ctx, id);
  const next = await move(ctx, row, { verb, by, set: { ...set, signedAt: ctx.now, opinionDraft: Prisma.DbNull } });
  await writeOpinion(ctx, next, body);
  await stopRinging(ctx, subjectOf(row));
  return next;
};

type Signed = z.output<typeof consults.sign.input>;

export const sign = (ctx: Ctx, { id, opinion }: Signed): Promise<Consult> => signAs(ctx, id, { verb: 'sign', body: opinion });

/** A further version, which says why; the requester acknowledges again, and sees until then what they said of the earlier one. */
export const amend = (ctx: Ctx, { id, opinion }: z.output<typeof consults.amend.input>): Promise<Consult> =>
  signAs(ctx, id, { verb: 'amend', body: opinion });
