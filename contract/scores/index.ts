import { z } from 'zod';
import { ApgarInput, apgar, apgarEdition } from './apgar.ts';
import { GcsInput, gcs, gcsEdition } from './gcs.ts';
import { GraceInput, grace, graceEdition } from './grace.ts';
import { IssInput, iss, issEdition } from './iss.ts';
import { MEOWS_TABLE, MEWC_TABLE, MeowsInput, MewcInput, meows, mewc } from './maternal.ts';
import { NcisInput, ncis, ncisEdition } from './ncis.ts';
import { NihssInput, nihss, nihssEdition } from './nihss.ts';
import { RtsInput, rts, rtsEdition } from './rts.ts';
import { ShockIndexInput, shockIndex, shockIndexEdition } from './shockIndex.ts';
import { TrissInput, triss, trissEdition } from './triss.ts';

/** What a case keeps of a score: the number, where the score gives one, and its band. */
export interface Scored {
  version: string;
  total: number | null;
  band: string | null;
}

const scorer = <I extends z.ZodType>(input: I, version: string, score: (found: z.output<I>) => Omit<Scored, 'version'>) => ({
  input,
  score: (found: z.output<I>): Scored => ({ version, ...score(found) }),
});
const triggered = (yes: boolean): string => (yes ? 'triggered' : 'quiet');
const alert = (yes: boolean): string => (yes ? 'alert' : 'quiet');

/** Every score that a case may bear, by name. */
export const SCORERS = {
  grace: scorer(GraceInput, graceEdition.version, grace),
  nihss: scorer(NihssInput, nihssEdition.version, (found) => ({ total: nihss(found).total, band: null })),
  gcs: scorer(GcsInput, gcsEdition.version, gcs),
  /** The unweighted one, which the national indicators count. */
  rts: scorer(RtsInput, rtsEdition.version, (found) => {
    const { tRts, severe } = rts(found);
    return { total: tRts, band: severe ? 'severe' : 'notSevere' };
  }),
  iss: scorer(IssInput, issEdition.version, (found) => {
    const { iss: total, band } = iss(found);
    return { total, band };
  }),
  triss: scorer(TrissInput, trissEdition.version, (found) => ({ total: triss(found).survival, band: null })),
  shockIndex: scorer(ShockIndexInput, shockIndexEdition.version, (found) => {
    const { index, alert: high } = shockIndex(found);
    return { total: index, band: alert(high) };
  }),
  mewc: scorer(MewcInput, MEWC_TABLE.version, (found) => ({
    total: null,
    band: triggered(mewc(found, MEWC_TABLE, null).triggered),
  })),
  meows: scorer(MeowsInput, MEOWS_TABLE.version, (found) => ({
    total: null,
    band: triggered(meows(found, MEOWS_TABLE, null).triggered),
  })),
  apgar: scorer(ApgarInput, apgarEdition.version, apgar),
  ncis: scorer(NcisInput, ncisEdition.version, (found) => {
    const { score: total, band } = ncis(found);
    return { total, band };
  }),
};
export const ScoreKind = z.enum(Object.keys(SCORERS) as [keyof typeof SCORERS, ...(keyof typeof SCORERS)[]]);
export type ScoreKind = z.infer<typeof ScoreKind>;

/** The score of what was found; null when that is no input of the score. */
export const scoreOf = (kind: ScoreKind, found: unknown): Scored | null => {
  const { input, score } = SCORERS[kind] as { input: z.ZodType; score: (found: unknown) => Scored };
  const parsed = input.safeParse(found);
  if (!parsed.success) return null;
  const { version, total, band } = score(parsed.data);
  return { version, total, band };
};
