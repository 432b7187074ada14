import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLink } from '../../lib/link.ts';
import { useRefusalText } from '../../lib/refusalText.ts';
import { isUnsettled } from '../../lib/refused.ts';
import { keepDraft } from '../../lib/storage.ts';
import { sayDone } from '../../ui/Toast.tsx';
import { upload } from '../uploads.ts';
import { keepConsult } from '../useConsult.ts';
import type { Faults, Request } from './form.ts';
import { send } from './send.ts';
import { CALLBACK, type RequestDraft } from './useRequestDraft.ts';

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
  const [held, setHeld] = useState(false);
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
    if (!online) return setHeld(true);
    setBusy(true);
    try {
      await draft.addTried(JSON.stringify(request));
      await deliver(request, faults);
    } catch (error) {
      setHeld(isUnsettled(error));
      setProblem(text(error));
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, held, problem };
};
