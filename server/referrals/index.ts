import { referrals as actions } from '../../contract/referrals.ts';
import type { Cipher } from '../db/cipher.ts';
import { type Ctx, type Feature, keep } from '../edge/ctx.ts';
import type { Centers } from '../records/centers.ts';
import { arrange } from './arrange.ts';
import { admit, close, confirm, discharge, followUp, returnSummary } from './care.ts';
import { announce, expire, offerNext, overdue, releaseBed, remind, remindInfo, remindPapers, takeOver } from './clock.ts';
import { accept, offerAlso, receive, reject, reroute, revoke } from './decide.ts';
import { destinations } from './destinations.ts';
import { cancel, giveUp, noShow, settle } from './end.ts';
import { breakGlass } from './glass.ts';
import { answerInfo, askInfo, withdrawInfo } from './info.ts';
import { counts, list } from './list.ts';
import { assign, say } from './people.ts';
import type { Case } from './relations.ts';
import { ringing } from './ringing.ts';
import { arrive, depart, die, divert, expect, position, ready, turnBack } from './road.ts';
import { rules } from './rules.ts';
import { approve, sendBack, submit } from './send.ts';
import { start } from './start.ts';
import { viewOf } from './view.ts';
import { writeSheet } from './write.ts';

export { referralLinks } from './links.ts';
export { patientSource } from './source.ts';
export { attachmentAccess, noteFile, referralNumbers, taskAccess } from './subject.ts';

/** 双向转诊: an owner and a clock at every step, one history across hospitals. */
export const referrals = ({ cipher, centers }: { cipher: Cipher; centers: Centers }): Feature => {
  /** Every verb answers with the referral as it is afterwards. */
  const then =
    <I>(verb: (ctx: Ctx, input: I) => Promise<Pick<Case, 'id'>>) =>
    async (ctx: Ctx, input: I) =>
      viewOf(ctx, { cipher, centers }, (await verb(ctx, input)).id);
  return keep(actions, {
    start: then(start({ cipher, centers })),
    write: then(writeSheet(cipher)),
    read: (ctx, { id }) => viewOf(ctx, { cipher, centers }, id),
    list: list(cipher),
    find: list(cipher),
    counts,
    ringing: ringing(cipher),
    rules,
    destinations,
    submit: then(submit(cipher)),
    approve: then(approve),
    sendBack: then(sendBack),
    receive: then(receive),
    accept: then(accept),
    reject,
    revoke,
    reroute: then(reroute),
    offerAlso: then(offerAlso),
    askInfo: then(askInfo),
    answerInfo: then(answerInfo),
    withdrawInfo: then(withdrawInfo),
    arrange: then(arrange),
    ready: then(ready),
    depart: then(depart),
    position: then(position),
    expect: then(expect),
    arrive: then(arrive(cipher)),
    noShow: then(noShow),
    settle: then(settle),
    admit: then(admit),
    discharge: then(discharge),
    returnSummary: then(returnSummary),
    confirm: then(confirm),
    followUp: then(followUp),
    close: then(close),
    die: then(die),
    divert: then(divert),
    turnBack: then(turnBack),
    giveUp: then(giveUp),
    cancel: then(cancel),
    assign: then(assign),
    say: then(say),
    breakGlass,
    takeOver,
    offerNext,
    remind,
    overdue,
    announce,
    expire,
    remindInfo,
    remindPapers,
    releaseBed,
  });
};
