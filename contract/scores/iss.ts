import { z } from 'zod';
import { type Edition, type Steps, stepAt, sum } from './kit.ts';

export const issEdition: Edition = {
  version: 'iss-1974-niss-1997',
  source: 'Baker SP et al., J Trauma 1974;14:187-196; NISS: Osler T et al., J Trauma 1997;43:922-926',
};

/** The six regions of the ISS, not the nine chapters of the AIS: 头颈, 面, 胸, 腹/盆腔脏器, 四肢/骨盆, 体表. */
export const InjuryRegion = z.enum(['headNeck', 'face', 'chest', 'abdomen', 'extremities', 'external']);
export type InjuryRegion = z.infer<typeof InjuryRegion>;
/** AIS severity 1–6; 9 (unspecified) cannot be scored. */
export const Injury = z.object({ region: InjuryRegion, ais: z.number().int().min(1).max(6) });
export type Injury = z.infer<typeof Injury>;
export const IssInput = z.object({ injuries: z.array(Injury).min(1).max(100) });
export type IssInput = z.infer<typeof IssInput>;

export const IssBand = z.enum(['notSevere', 'severe', 'verySevere']);
export type IssBand = z.infer<typeof IssBand>;
export interface IssScore {
  /** The worst AIS of each injured region. */
  worst: Partial<Record<InjuryRegion, number>>;
  /** 1–75. */
  iss: number;
  /** 1–75, never below the ISS. */
  niss: number;
  /** Of the ISS. */
  band: IssBand;
}

const BANDS: Steps<IssBand> = [
  [1, 'notSevere'],
  [16, 'severe'],
  [25, 'verySevere'],
];
const UNSURVIVABLE = 75;

const squares = [0, 1, 4, 9, 16, 25];
const POSSIBLE = new Set(squares.flatMap((a) => squares.flatMap((b) => squares.map((c) => a + b + c))));
POSSIBLE.delete(0);
/** Whether a number can be an ISS (or NISS) at all: a sum of three squares, one of 44 values. */
export const isIss = (value: number): boolean => POSSIBLE.has(value);
export const Iss = z.number().refine(isIss, 'iss.impossible');

/** The three worst, squared and added; any AIS 6 makes it 75. */
const ofWorstThree = (severities: readonly number[]): number => {
  if (severities.includes(6)) return UNSURVIVABLE;
  const three = [...severities].sort((a, b) => b - a).slice(0, 3);
  return sum(three.map((ais) => ais ** 2));
};

export const iss = ({ injuries }: IssInput): IssScore => {
  const worst: IssScore['worst'] = {};
  for (const { region, ais } of injuries) worst[region] = Math.max(ais, worst[region] ?? 0);
  const score = ofWorstThree(Object.values(worst));
  return { worst, iss: score, niss: ofWorstThree(injuries.map(({ ais }) => ais)), band: stepAt(BANDS, score) };
};
