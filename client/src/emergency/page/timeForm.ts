import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { NodeCode, Precision } from '../../../../contract/emergencyNodes.ts';
import type { InstrumentView } from '../../../../contract/instruments.ts';
import { serverNow } from '../../lib/clock.ts';
import { fromInputSeconds, inputSeconds } from '../../lib/seconds.ts';
import { type Made, stampPast } from './made.ts';
import type { Point } from './rescue.ts';

/** A time as typed. */
export interface TimeForm {
  at: string;
  precision: z.infer<typeof Precision>;
  source: 'manual' | 'device' | 'his' | 'ems';
  /** Of a device: which registered one; null is one that nobody compares. */
  instrument: Pick<InstrumentView, 'id' | 'last'> | null;
  value: string;
}

/** Further ahead than clocks differ by. */
const AHEAD_MS = 60_000;

export const blankTime = (now: number): TimeForm => ({
  at: inputSeconds(now),
  precision: 'exact',
  source: 'manual',
  instrument: null,
  value: '',
});
export const timeOfPoint = ({ at, precision, source, value }: Point, now: number): TimeForm => ({
  at: inputSeconds(at ?? now),
  precision,
  source: source === 'platform' ? 'manual' : source,
  instrument: null,
  value: value === null ? '' : String(value),
});

export type Fault = 'needed' | 'future' | 'number';
/** What is wrong with it; `measured`: a value belongs to it. */
export const faultsOf = (form: TimeForm, measured: boolean, now: number): { at?: Fault; value?: Fault } => {
  const at = fromInputSeconds(form.at);
  const value = Number(form.value);
  const wrongValue = form.value.trim() === '' ? 'needed' : Number.isFinite(value) ? undefined : 'number';
  return {
    ...(!at && { at: 'needed' as const }),
    ...(at && at.getTime() > now + AHEAD_MS && { at: 'future' as const }),
    ...(measured && wrongValue && { value: wrongValue }),
  };
};

/** As it is sent; null while something is wrong with it. */
export const madeOf = (form: TimeForm, node: NodeCode, measured: boolean): Made | null => {
  const at = fromInputSeconds(form.at);
  if (!at) return null;
  const { precision, source, instrument } = form;
  const made = { node, at: at.toISOString(), precision, source, ...(measured && { value: Number(form.value) }) };
  if (source !== 'device' || !instrument) return stampPast(made);
  // The server takes the offset off by its own register; until then the page shows what that will come to.
  return { ...stampPast({ ...made, instrumentId: instrument.id }), offsetMs: instrument.last?.offsetMs ?? 0 };
};

/** A time that is being typed: its faults are said once sending was tried. */
export const useTimeForm = (first: () => TimeForm, measured: boolean) => {
  const { t } = useTranslation('emergencyCase');
  const [form, setForm] = useState(first);
  const [asked, setAsked] = useState(false);
  const faults = faultsOf(form, measured, serverNow());
  return {
    form,
    set: (part: Partial<TimeForm>) => setForm((now) => ({ ...now, ...part })),
    fault: (name: 'at' | 'value') => (asked && faults[name] ? t(`late.wrong.${faults[name]}`) : undefined),
    /** The stamp, once nothing is wrong with it. */
    take: (node: NodeCode): Made | null => {
      setAsked(true);
      return Object.keys(faults).length === 0 ? madeOf(form, node, measured) : null;
    },
  };
};
