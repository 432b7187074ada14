import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Referral } from '../../../../contract/referrals.ts';
import { useRefusalText } from '../../lib/refusalText.ts';
import { isUnsettled } from '../../lib/refused.ts';
import { sayDone } from '../../ui/Toast.tsx';
import { referrals } from '../api.ts';
import { keepReferral } from '../keepReferral.ts';
import type { Draft } from './useDraft.ts';
import { Overtaken } from './writing.ts';

/** Sends what stands on the page, once, however often it is pressed, and goes to the case. */
export const useSubmit = (draft: Draft) => {
  const { t } = useTranslation('referrals');
  const text = useRefusalText();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const pressed = useRef(false);
  const [busy, setBusy] = useState(false);
  /** Pressed while the line was down. */
  const [held, setHeld] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const deliver = async (work: () => Promise<Referral>) => {
    const sent = await work();
    keepReferral(cache, sent);
    sayDone(t(sent.status === 'internalReview' ? 'new.sent.review' : 'new.sent.other', { no: sent.referralNo }));
    await navigate(`/referrals/${sent.id}`, { replace: true });
  };
  const run = async (work: () => Promise<Referral>) => {
    if (pressed.current) return;
    pressed.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await deliver(work);
    } catch (error) {
      setHeld(isUnsettled(error));
      if (!(error instanceof Overtaken)) setProblem(text(error));
    } finally {
      pressed.current = false;
      setBusy(false);
    }
  };
  const submit = () =>
    run(async () => {
      const { id, version } = await draft.settle();
      return referrals.submit({ id, version });
    });
  /** 补上: what a green lane still owed. */
  const complete = () => run(() => draft.settle());
  return { submit, complete, busy, held, problem };
};
export type Sending = ReturnType<typeof useSubmit>;
