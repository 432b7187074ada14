import { consults as actions } from '../../contract/consults.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Consult } from '../db/generated/client.ts';
import type { Lines } from '../directory/presence.ts';
import { type Ctx, type Feature, keep } from '../edge/ctx.ts';
import type { Reactions } from '../edge/facts.ts';
import type { Centers } from '../records/centers.ts';
import { accept, joined } from './accept.ts';
import { advise, answerAdvice } from './advice.ts';
import { noteFile } from './attachments.ts';
import { escalate, expire, lookAgain, remind, ringAgain, ringRefused } from './clock.ts';
import { acknowledge, close } from './finish.ts';
import { cancel, decline, handOver, release, resend, sendBack } from './giveUp.ts';
import { list } from './list.ts';
import { nudge } from './nudge.ts';
import { amend, draftOpinion, sign } from './opinion.ts';
import { answerByPhone, specialists } from './phone.ts';
import { load } from './relations.ts';
import { request } from './request.ts';
import { ringing } from './ringing.ts';
import { supplement } from './supplement.ts';
import { viewOf } from './view.ts';

export { attachmentAccess } from './attachments.ts';
export { callGrant } from './call.ts';
export { consultLinks } from './links.ts';

interface Deps {
  cipher: Cipher;
  presence: Lines;
  centers: Centers;
}

export const consults = ({ cipher, presence, centers }: Deps): Feature => {
  /** Every verb answers with the case as it is afterwards. */
  const then =
    <I>(verb: (ctx: Ctx, input: I) => Promise<Consult>) =>
    async (ctx: Ctx, input: I) =>
      viewOf(ctx, { cipher, centers }, (await verb(ctx, input)).id);
  return keep(actions, {
    request: then(request({ cipher, centers })),
    read: then(async (ctx, { id }: { id: string }) => (await load(ctx, id)).row),
    list: list(cipher),
    ringing,
    accept: then(accept),
    decline: then(decline),
    sendBack: then(sendBack),
    resend: then(resend),
    release: then(release),
    answerByPhone: then(answerByPhone),
    specialists: specialists(presence),
    handOver: then(handOver),
    cancel: then(cancel),
    nudge: then(nudge),
    supplement: then(supplement(cipher)),
    advise: then(advise),
    answerAdvice: then(answerAdvice),
    draftOpinion: then(draftOpinion),
    sign: then(sign),
    amend: then(amend),
    acknowledge: then(acknowledge),
    close: then(close),
    escalate,
    lookAgain,
    ringAgain,
    expire,
    remind,
  });
};

/** What consults do about facts of lower rooms, in the same transaction. */
export const reactions = {
  'calls.admitted': [async (ctx, { call, personId }) => joined(ctx, call.id, personId)],
  'paging.refused': [
    async (ctx, { subjectKind, subjectId }) => (subjectKind === 'consult' ? ringRefused(ctx, subjectId) : undefined),
  ],
  'attachments.changed': [noteFile],
} satisfies Reactions;
