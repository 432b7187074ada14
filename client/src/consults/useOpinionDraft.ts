import { useEffect, useRef, useState } from 'react';
import type { Consult, OpinionBody } from '../../../contract/consults.ts';
import { dropDraft, keepDraft, readDraft } from '../lib/storage.ts';
import { useSaving } from '../lib/useSaving.ts';
import { consults } from './api.ts';

/** Typing pauses this long before the server is given the draft; the device keeps every pause at once. */
const PAUSE_MS = 1_500;

/** Whether to transfer is decided by the consultant, never by the form. */
export type OpinionText = Omit<OpinionBody, 'transfer'> & { transfer: OpinionBody['transfer'] | null };

const blank: OpinionText = {
  diagnosis: '',
  basis: '',
  furtherTests: '',
  treatment: '',
  risks: '',
  transfer: null,
  transferNote: '',
  followUp: '',
  amendment: '',
};

/** An amendment begins with what was signed, and with a reason of its own. */
const firstBody = ({ opinionDraft, opinions }: Consult): OpinionText => {
  const { version: _version, signature: _signature, ...signed } = opinions[0] ?? { version: 0, signature: null };
  return { ...blank, ...signed, amendment: '', ...(opinionDraft ?? {}) } as OpinionText;
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
    void readDraft<OpinionText>(name).then((draft) => {
      if (draft && !touched.current) setBody(draft.value);
    });
  }, [name]);
  const save = async () => {
    setSaved({ at: await keepDraft(name, body), where: 'device' });
    const { transfer, ...texts } = body;
    await consults.draftOpinion({ id: consult.id, opinion: { ...texts, ...(transfer && { transfer }) } }).then(
      () => setSaved({ at: Date.now(), where: 'server' }),
      () => undefined,
    );
  };
  useSaving(body, () => void (touched.current && save()), PAUSE_MS);
  const change = (part: Partial<OpinionText>) => {
    touched.current = true;
    setBody((now) => ({ ...now, ...part }));
  };
  /** What is being signed is not saved beside it any more; the next change is. */
  const rest = () => {
    touched.current = false;
  };
  const forget = () => {
    rest();
    void dropDraft(name);
  };
  return { body, change, saved, rest, forget };
};
