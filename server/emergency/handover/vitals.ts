import type { Reading } from '../../../contract/vitals.ts';
import type { Block } from '../../print/blocks.ts';
import { fill, frame, together } from '../../print/text.ts';
import { heading, moment, say, words, written } from './said.ts';

type Vital = keyof typeof words.vital;
interface Measure {
  vital: Vital;
  /** What is compared; of a blood pressure the upper number. */
  of: (reading: Reading) => number | undefined;
  text: (reading: Reading) => string;
}

const plain = (vital: 'pulse' | 'respiration' | 'temperature'): Measure => ({
  vital,
  of: (reading) => reading[vital],
  text: (reading) => `${reading[vital]} ${words.unit[vital]}`,
});
const MEASURES: readonly Measure[] = [
  plain('pulse'),
  {
    vital: 'pressure',
    of: ({ systolic }) => systolic,
    text: ({ systolic, diastolic }) => `${systolic}/${diastolic ?? frame.none} ${words.unit.pressure}`,
  },
  plain('respiration'),
  {
    vital: 'spo2',
    of: ({ spo2 }) => spo2,
    text: ({ spo2, oxygen }) => `${spo2} ${words.unit.spo2} ${say('emergencyCase', `vitals.oxygen.${oxygen}`)}`,
  },
  plain('temperature'),
];

const measured = ({ text }: Measure, reading: Reading): string =>
  fill(words.measured, { vital: text(reading), at: moment(reading.at) ?? '' });
const named = ({ vital }: Measure, value: string): string => `${words.vital[vital]} ${value}`;

/** Of each measure that anybody took. */
const line = (readings: readonly Reading[], said: (measure: Measure, of: readonly Reading[]) => string): string =>
  together(
    MEASURES.map((measure) => {
      const own = readings.filter((reading) => measure.of(reading) !== undefined);
      return own.length > 0 && named(measure, said(measure, own));
    }),
  );

/** The worst of a patient is at one end: which, depends on age and illness, and is not for a paper to judge. */
const ends = (measure: Measure, own: readonly Reading[]): string => {
  const [low, ...rest] = own.toSorted((one, other) => measure.of(one)! - measure.of(other)!);
  const high = rest.at(-1);
  return high ? fill(words.range, { low: measured(measure, low!), high: measured(measure, high) }) : words.once;
};

/** How it went: first, lowest and highest, last of each measure. `readings`: the oldest first. */
export const vitals = (readings: readonly Reading[]): Block[] => [
  heading('vitals'),
  written(
    'first',
    line(readings, (measure, own) => measured(measure, own[0]!)),
  ),
  written('extremes', line(readings, ends)),
  written(
    'last',
    line(readings, (measure, own) => measured(measure, own.at(-1)!)),
  ),
];
