import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { VitalRanges } from '../../../../contract/referralSheet.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { useRefusalText } from '../../lib/refusalText.ts';
import { isUnsettled } from '../../lib/refused.ts';
import { dropDraft, keepDraft } from '../../lib/storage.ts';
import { useSaving } from '../../lib/useSaving.ts';
import { useWhenBack } from '../../lib/useWhenBack.ts';
import { keepReferral } from '../keepReferral.ts';
import { check, heldBack } from './check.ts';
import { type Form, formOf } from './form.ts';
import { makeWriter, Overtaken, type Patch, patchOf, says } from './writing.ts';

/** Typing pauses this long before the server is given the sheet; the device has it long before that. */
const PAUSE_MS = 1_500;
const BREATH_MS = 250;

export const draftName = (id: string): string => `referrals.sheet.${id}`;
/** What is on the device: the form as typed, on top of which version. */
export interface Kept {
  form: Form;
  version: number;
}
interface Saved {
  at: number;
  where: 'server' | 'device';
}

interface Opening {
  referral: Referral;
  kept: { savedAt: number; value: Kept } | null;
  ranges: VitalRanges;
  /** Sent already: what is still owed goes with one press, not while it is typed. */
  byHand: boolean;
}

const firstForm = ({ referral, kept }: Opening): Form => ({ ...formOf(referral), ...kept?.value.form });

/** Kept on top of a version that is not the newest, and saying something else. */
const firstRival = ({ referral, kept, ranges }: Opening): Referral | null => {
  if (!kept || kept.value.version === referral.version) return null;
  return says(referral, patchOf(kept.value.form, check(kept.value.form, referral, ranges), referral)) ? null : referral;
};

/** The sheet being written: on the device while typing, on the server after a pause, back after a reload. */
export const useDraft = (opening: Opening) => {
  const { referral, kept, ranges, byHand } = opening;
  const name = draftName(referral.id);
  const cache = useQueryClient();
  const text = useRefusalText();
  const [form, setForm] = useState(() => firstForm(opening));
  const [saved, setSaved] = useState<Saved | null>(kept && { at: kept.savedAt, where: 'device' });
  const [rival, setRival] = useState(() => firstRival(opening));
  const [problem, setProblem] = useState<string | null>(null);
  /** The case as the server last answered, the form as it stands, and the form that the server has. */
  const base = useRef(referral);
  const latest = useRef(form);
  const settled = useRef<Form | null>(kept ? null : form);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [write] = useState(makeWriter);

  const show = (next: Form) => {
    latest.current = next;
    setForm(next);
  };
  const keep = async () => {
    const at = await keepDraft(name, { form: latest.current, version: base.current.version } satisfies Kept);
    setSaved({ at, where: 'device' });
  };
  /** On the server by now; whatever is not right, or was typed meanwhile, stays on the device as well. */
  const took = async (answer: Referral, written: Form) => {
    base.current = answer;
    settled.current = written;
    keepReferral(cache, answer);
    if (latest.current !== written || heldBack(check(written, answer, ranges)).length > 0) return keep();
    await dropDraft(name);
    setSaved({ at: Date.now(), where: 'server' });
  };
  const push = async (more: Patch): Promise<Referral> => {
    const written = latest.current;
    if (settled.current === written && Object.keys(more).length === 0) return base.current;
    await keep();
    const patch = patchOf(written, check(written, base.current, ranges), base.current);
    await took(await write(base.current, { ...patch, ...more }), written);
    return base.current;
  };
  /** One write at a time, each on top of the one before; resolves to the case as the server has it. */
  const settle = (more: Patch = {}): Promise<Referral> => {
    setProblem(null);
    const turn = queue.current.then(() => push(more));
    queue.current = turn.catch(() => undefined);
    turn.catch((error: unknown) => {
      if (error instanceof Overtaken) setRival(error.now);
      else if (!isUnsettled(error)) setProblem(text(error));
    });
    return turn;
  };
  const save = () => {
    if (settled.current === latest.current) return;
    if (byHand || rival) void keep();
    else void settle().catch(() => undefined);
  };
  useSaving(form, () => void (settled.current !== latest.current && keep()), BREATH_MS);
  useSaving(form, save, PAUSE_MS);
  useWhenBack(saved?.where === 'device', save);

  /** Somebody else's change, seen while nothing is being written here. */
  const follow = useEffectEvent((now: Referral) => {
    if (now.version <= base.current.version || settled.current !== latest.current) return;
    base.current = now;
    settled.current = formOf(now);
    show(settled.current);
  });
  useEffect(() => follow(referral), [referral]);

  const set = (part: Partial<Form>) => show({ ...latest.current, ...part });
  /** 保留我的: on top of theirs. */
  const keepMine = () => {
    if (rival) base.current = rival;
    settled.current = null;
    setRival(null);
    void settle().catch(() => undefined);
  };
  /** 看最新: theirs instead; answers with what stood here, for a way back. */
  const takeTheirs = (): Form => {
    const mine = latest.current;
    if (rival) base.current = rival;
    settled.current = formOf(base.current);
    show(settled.current);
    setRival(null);
    setSaved(null);
    void dropDraft(name);
    return mine;
  };
  return { form, set, saved, rival, problem, settle, keepMine, takeTheirs };
};
export type Draft = ReturnType<typeof useDraft>;
