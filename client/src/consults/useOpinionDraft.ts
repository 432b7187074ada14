import { useEffect, useRef, useState } from 'react';
import type { Consult, OpinionBody } from '../../../contract/consults.ts';
import { dropDraft, keepDraft, readDraft } from '../lib/storage.ts';
import { useSaving } from '../lib/useSaving.ts';
import { consults } from './api.ts';

/** Typing pauses this long before the server is given the draft; the device keeps every pause at once. */
const PAUSE_MS = 1_500;

const blank: OpinionBody = {
  diagnosis: '',
  basis: '',
  furtherTests: '',
  treatment: '',
  risks: '',
  transfer: 'notNeeded',
  transferNote: '',
  followUp: '',
};

/** An amendment begins with what was signed. */
const firstBody = ({ opinionDraft, opinions }: Consult): OpinionBody => {
  const { version: _version, signature: _signature, ...signed } = opinions[0] ?? { version: 0, signature: null };
  return { ...blank, ...signed, ...(opinionDraft ?? {}) } as OpinionBody;
};

interface Saved {
  at: number;
  where: 'server' | 'device';
}

/** The consultant's text: on the device while typing, on the server after a pause, back after a reload. */
export const useOpinionDraft = (consult: Consult) => {
  const name = `consults.opinion.${consult.id}`;
  const [body, setBody] = useState(() => firstBody(consult));
  const [saved, setSaved] = useState<Saved | null>(null);
  const touched = useRef(false);
  useEffect(() => {
    void readDraft<OpinionBody>(name).then((draft) => {
      if (draft && !touched.current) setBody(draft.value);
    });
  }, [name]);
  const save = async () => {
    setSaved({ at: await keepDraft(name, body), where: 'device' });
    await consults.draftOpinion({ id: consult.id, opinion: body }).then(
      () => setSaved({ at: Date.now(), where: 'server' }),
      () => undefined,
    );
  };
  useSaving(body, () => void (touched.current && save()), PAUSE_MS);
  const change = (part: Partial<OpinionBody>) => {
    touched.current = true;
    setBody((now) => ({ ...now, ...part }));
  };
  const forget = () => {
    touched.current = false;
    void dropDraft(name);
  };
  return { body, change, saved, forget };
};
