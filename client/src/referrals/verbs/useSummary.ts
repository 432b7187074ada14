import { useEffect, useRef, useState } from 'react';
import { SummaryBody } from '../../../../contract/referrals.ts';
import { dropDraft, keepDraft, readDraft } from '../../lib/storage.ts';
import { useSaving } from '../../lib/useSaving.ts';

/** How the patient left is said by the doctor, never by the form. */
export type SummaryText = Omit<SummaryBody, 'condition'> & { condition: SummaryBody['condition'] | null };

const blank: SummaryText = { diagnosis: '', course: '', procedures: '', condition: null, medication: '', advice: '' };
const PAUSE_MS = 800;

/** 出院小结 while it is written: kept on this device, back after a reload, gone once it is signed. */
export const useSummary = (id: string, diagnosis: string) => {
  const name = `referrals.summary.${id}`;
  const [text, setText] = useState<SummaryText>({ ...blank, diagnosis });
  const touched = useRef(false);
  useEffect(() => {
    void readDraft<SummaryText>(name).then((kept) => {
      if (kept && !touched.current) setText(kept.value);
    });
  }, [name]);
  useSaving(text, () => void (touched.current && keepDraft(name, text)), PAUSE_MS);
  const set = (part: Partial<SummaryText>) => {
    touched.current = true;
    setText((now) => ({ ...now, ...part }));
  };
  const forget = () => {
    touched.current = false;
    void dropDraft(name);
  };
  return { text, set, forget, parsed: SummaryBody.safeParse(text) };
};
