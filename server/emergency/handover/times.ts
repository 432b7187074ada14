import type { Emergency } from '../../../contract/emergency.ts';
import { type NodeCode, THERAPY } from '../../../contract/emergencyNodes.ts';
import type { CenterRules } from '../../../contract/emergencyRules.ts';
import { type Block, type Cell, row } from '../../print/blocks.ts';
import { fill, together } from '../../print/text.ts';
import { heading, moment, say, words } from './said.ts';

/** What was done to the patient besides drugs. */
const DONE: readonly NodeCode[] = ['AIRWAY', 'CHESTTUBE', 'PPV', 'INTUB', 'ACCESS', 'ABX', 'BALLOON', 'VENT', 'COOL'];
const ROW = 3;

type Point = Emergency['timepoints'][number];
const shownOf = ({ timepoints, shown }: Emergency, code: string): Point | undefined =>
  timepoints.find(({ id, node }) => node === code && shown.includes(id));

/** With where the time is from: on paper a typed time looks like a measured one. */
const told = ({ at, source, precision }: Point): string => {
  const said = { at: moment(at) ?? '', source: say('emergency', `source.${source}`) };
  const inexact = precision !== 'exact' && say('emergency', `precision.${precision}`);
  return inexact ? fill(words.inexact, { ...said, precision: inexact }) : fill(words.source, said);
};

/** The nodes from onset to the door that this center has; what has no time is left to be written by hand. */
export const times = (view: Emergency, { nodes }: CenterRules, eta: string | null): Block[] => {
  const known = new Set<string>(nodes.map(({ code }) => code));
  const cells = Object.entries(words.node).flatMap(([code, label]): Cell[] => {
    const point = shownOf(view, code);
    return known.has(code) ? [{ label, text: point ? told(point) : words.none }] : [];
  });
  const all = [...cells, { label: words.label.eta, text: moment(eta) ?? words.none }];
  const rows = Array.from({ length: Math.ceil(all.length / ROW) }, (_, n) => row(...all.slice(n * ROW, (n + 1) * ROW)));
  return [heading('times'), ...rows];
};

export const treatments = (view: Emergency): string =>
  together(
    [...THERAPY, ...DONE].map((code) => {
      const point = shownOf(view, code);
      return point && fill(words.given, { node: say('emergency', `node.${code}`), at: told(point) });
    }),
    '；',
  );
