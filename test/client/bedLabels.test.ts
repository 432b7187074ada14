import { expect, it } from 'vitest';
import { labelsIn, MOST } from '../../client/src/beds/labels.ts';

it.each([
  ['ICU-01 至 ICU-04', ['ICU-01', 'ICU-02', 'ICU-03', 'ICU-04']],
  ['ICU-08~10', ['ICU-08', 'ICU-09', 'ICU-10']],
  ['9-11', ['9', '10', '11']],
  ['加1、加2，走廊', ['加1', '加2', '走廊']],
  ['A1 to A3, A2', ['A1', 'A2', 'A3']],
  ['ICU-01', ['ICU-01']],
  ['3-1', ['3-1']],
  ['A1 至 B3', ['A1 至 B3']],
  [`1 至 ${MOST + 1}`, [`1 至 ${MOST + 1}`]],
  [' ,， ', []],
])('reads “%s”', (text, labels) => {
  expect(labelsIn(text)).toEqual(labels);
});
