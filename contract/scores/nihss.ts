import { z } from 'zod';
import { type Edition, sum } from './kit.ts';

export const nihssEdition: Edition = {
  version: 'nihss-15-items',
  source: 'Brott T et al., Stroke 1989;20:864-870, in the 15-item form of the NINDS (0-42)',
};

const graded = (worst: number) => z.number().int().min(0).max(worst);
/** UN: cannot be tested (amputation, joint fusion, intubation). */
const testable = (worst: number) => z.union([graded(worst), z.literal('UN')]);

/** Items 1a to 11 in the order they are examined. */
export const NihssInput = z.object({
  consciousness: graded(3),
  questions: graded(2),
  commands: graded(2),
  gaze: graded(2),
  visual: graded(3),
  face: graded(3),
  leftArm: testable(4),
  rightArm: testable(4),
  leftLeg: testable(4),
  rightLeg: testable(4),
  ataxia: testable(2),
  sensory: graded(2),
  language: graded(3),
  dysarthria: testable(2),
  neglect: graded(2),
});
export type NihssInput = z.infer<typeof NihssInput>;
export const NihssItem = NihssInput.keyof();
export type NihssItem = z.infer<typeof NihssItem>;

export interface NihssScore {
  /** 0–42. */
  total: number;
  /** Counted as 0: with any of these the total is a lower bound, to be shown as such. */
  untestable: NihssItem[];
}

export const nihss = (input: NihssInput): NihssScore => {
  const items = NihssItem.options;
  return {
    total: sum(items.map((item) => input[item]).filter((grade) => grade !== 'UN')),
    untestable: items.filter((item) => input[item] === 'UN'),
  };
};
