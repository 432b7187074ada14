import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { serverNow } from '../../lib/clock.ts';
import { useLink } from '../../lib/link.ts';
import { useRefusalText } from '../../lib/refusalText.ts';
import { isUnsettled } from '../../lib/refused.ts';
import { keepDraft } from '../../lib/storage.ts';
import { sayDone } from '../../ui/Toast.tsx';
import { CALLBACK } from '../callback.ts';
import { upload } from '../uploads.ts';
import { keepConsult } from '../useConsult.ts';
import type { Faults, Request } from './form.ts';
import { send } from './send.ts';
import type { RequestDraft } from './useRequestDraft.ts';

/** What a STAT held back, for its 补资料 form. */
export const supplementDraft = (consultId: string): string => `consults.supplement.${consultId}`;

/** Sends the request once, its pictures after it, and goes to the case. */
export const useSend = (draft: RequestDraft) => {
  const { t } = useTranslation('consults');
  const text = useRefusalText();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { online } = useLink();
  const [busy, setBusy] = useState(false);
  /** Since when it waits for the line: the time that the partner is shown. */
  const [heldSince, setHeldSince] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const deliver = async (request: Request, faults: Faults) => {
    const { consult, earlier } = await send(request, draft);
    if (earlier || Object.keys(faults).length > 0) await keepDraft(supplementDraft(consult.id), draft.form);
    await keepDraft(CALLBACK, request.callbackPhone);
    await draft.clear();
    await upload(consult.id, draft.photos);
    keepConsult(cache, consult);
    sayDone(earlier ? t('send.earlier') : t('send.done', { to: consult.to.hospital.shortName }));
    await navigate(`/consults/${consult.id}`, { replace: true });
  };

  const run = async (request: Request, faults: Faults) => {
    setProblem(null);
    const pressedAt = heldSince ?? new Date(serverNow()).toISOString();
    if (!online) return setHeldSince(pressedAt);
    setBusy(true);
    const whole = heldSince ? { ...request, pressedAt: heldSince } : request;
    try {
      await draft.addTried(JSON.stringify(whole));
      await deliver(whole, faults);
    } catch (error) {
      setHeldSince(isUnsettled(error) ? pressedAt : null);
      setProblem(text(error));
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, held: heldSince !== null, problem };
};
