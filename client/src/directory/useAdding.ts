import { useState } from 'react';
import { useRefusalText } from '../lib/refusalText.ts';
import type { NewDuty } from './useRoster.ts';
import { DAY, minuteOf, type Span, type Weekday } from './week.ts';

/** What is on the form. */
export interface Draft {
  personId: string;
  line: 1 | 2;
  days: ReadonlySet<Weekday>;
  /** A time field has no 24:00, so the whole day is a choice of its own. */
  whole: boolean;
  begin: string;
  end: string;
}

/** The hours chosen; midnight is where a day ends. Null while a time is being typed. */
export const chosen = ({ whole, begin, end }: Draft): Span | null => {
  if (whole) return { from: 0, to: DAY };
  return begin && end ? { from: minuteOf(begin), to: minuteOf(end) || DAY } : null;
};

/** A part of the form. */
export interface Part {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
}

interface Adding {
  departmentId: string;
  first: Draft;
  add: (duty: NewDuty) => Promise<unknown>;
  onDone: () => void;
}

/** Adds the duty day by day: a day that is refused says why and stays chosen, those before it are kept and let go. */
export const useAdding = ({ departmentId, first, add, onDone }: Adding) => {
  const text = useRefusalText();
  const [draft, setDraft] = useState(first);
  const [problem, setProblem] = useState<{ day: Weekday; text: string } | null>(null);
  const set = (part: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setProblem(null);
  };
  const send = async () => {
    const { personId, line, days } = draft;
    const span = chosen(draft);
    if (!span) return;
    setProblem(null);
    const open = [...days].sort();
    for (const [at, day] of open.entries()) {
      try {
        await add({ personId, departmentId, line, weekday: day, fromMinute: span.from, toMinute: span.to });
      } catch (error) {
        setDraft((now) => ({ ...now, days: new Set(open.slice(at)) }));
        return setProblem({ day, text: text(error) });
      }
    }
    onDone();
  };
  return { draft, set, send, problem };
};
