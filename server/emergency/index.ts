import { emergency as actions } from '../../contract/emergency.ts';
import type { Cipher } from '../db/cipher.ts';
import type { EmergencyCase } from '../db/generated/client.ts';
import { type Ctx, type Feature, keep } from '../edge/ctx.ts';
import type { Facts } from '../edge/facts.ts';
import { reference } from '../reference/index.ts';
import { activate } from './activate.ts';
import { check, score } from './findings.ts';
import { list } from './list.ts';
import { centers as ownCenters } from './phones.ts';
import { load } from './relations.ts';
import { ringing } from './ringing.ts';
import { eta, position } from './road.ts';
import { stamp } from './stamp.ts';
import { answer, classify, close, escalate, identify, reopen, review, ringRefused, standDown } from './verbs.ts';
import { viewOf } from './view.ts';

export { emergencyLinks } from './links.ts';
export { centers } from './origin.ts';
export { fileAdded, linkMoved } from './platform.ts';
export { patientSource } from './source.ts';
export { attachmentAccess, callGrant, emergencyNumbers, taskAccess } from './subject.ts';

export const emergency = (cipher: Cipher): Feature => {
  /** Every verb answers with the case as it is afterwards. */
  const then =
    <I>(verb: (ctx: Ctx, input: I) => Promise<EmergencyCase>) =>
    async (ctx: Ctx, input: I) =>
      viewOf(ctx, cipher, (await verb(ctx, input)).id);
  return keep(actions, {
    centers: ownCenters,
    async rules({ db, now }) {
      const { version, source, data } = await reference(db, 'emergencyRules', now);
      return { version, source, rules: data };
    },
    activate: then(activate(cipher)),
    read: then(async (ctx, { id }: { id: string }) => (await load(ctx, id)).row),
    list,
    ringing,
    stamp: then(stamp),
    classify: then(classify),
    identify: then(identify(cipher)),
    score: then(score(cipher)),
    check: then(check),
    eta: then(eta),
    position: then(position),
    answer: then(answer),
    standDown: then(standDown),
    close: then(close),
    reopen: then(reopen),
    review: then(review),
    escalate,
  });
};

export const refused = async (ctx: Ctx, { subjectKind, subjectId }: Facts['paging.refused']): Promise<void> =>
  subjectKind === 'emergency' ? ringRefused(ctx, subjectId) : undefined;
