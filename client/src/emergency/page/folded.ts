import type { Emergency } from '../../../../contract/emergency.ts';

type Step = Emergency['steps'][number];

/** The same again by the same person is one line, with how often. */
export const folded = (steps: readonly Step[]): (Step & { times: number })[] => {
  const lines: (Step & { times: number })[] = [];
  for (const step of steps) {
    const last = lines.at(-1);
    const again = last && last.verb === step.verb && last.person?.id === step.person?.id && last.note === step.note;
    if (again) lines[lines.length - 1] = { ...step, times: last.times + 1 };
    else lines.push({ ...step, times: 1 });
  }
  return lines;
};
