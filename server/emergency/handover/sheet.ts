import type { Emergency, ScoreView } from '../../../contract/emergency.ts';
import type { CenterRules } from '../../../contract/emergencyRules.ts';
import type { Reading } from '../../../contract/vitals.ts';
import { type Block, row } from '../../print/blocks.ts';
import type { Page } from '../../print/page.ts';
import { identity, who } from '../../print/person.ts';
import { clock, fill, fillOne, frame, together } from '../../print/text.ts';
import { cell, heading, moment, say, words, written } from './said.ts';
import { times, treatments } from './times.ts';
import { vitals } from './vitals.ts';

/** What is handed over: the case as the reader may see it, and what stands beside it. */
export interface Handover {
  view: Emergency;
  rules: CenterRules;
  /** As it was told last; kept after the arrival. */
  eta: string | null;
  /** The oldest first. */
  readings: readonly Reading[];
}

const patient = ({ patient: person, bed, arrivalMode }: Emergency, at: Date): Block[] => [
  heading('patient'),
  row(cell('patient', who(person, at), { bold: true, share: 1.4 }), cell('idNumber', identity(person))),
  row(cell('visitNo', person.visitNo), cell('bed', bed), cell('phone', person.phone)),
  row(cell('mode', arrivalMode && say('emergency', `arrivalMode.${arrivalMode}`))),
];

const sides = ({ from, to, activator, callbackPhone, team }: Emergency): Block[] => {
  const came = team.flatMap(({ person, status, hospital }) =>
    person && status === 'answered' ? [`${person.name} ${hospital.shortName}`] : [],
  );
  return [
    heading('sides'),
    row(cell('from', from.name), cell('to', to?.name)),
    row(cell('activator', together([activator.name, activator.title])), cell('callback', callbackPhone)),
    written('team', together(came, '；')),
  ];
};

const scoreText = ({ kind, total, band, at }: ScoreView): string => {
  const bands = [`score.${kind}.band.${band}`, `score.band.${band}`].map((key) => [key, say('emergencyCase', key)] as const);
  const said = band && bands.find(([key, text]) => key !== text)?.[1];
  return fill(words.score, {
    name: say('emergencyCase', `score.${kind}.name`),
    total: together([total === null ? null : String(Number(total.toFixed(2))), said], ' ') || say('emergencyCase', 'score.none'),
    at: moment(at) ?? '',
  });
};

/** The last of each kind counts. */
const scores = ({ scores: all }: Emergency): string =>
  together([...new Map(all.map((score) => [score.kind, score])).values()].map(scoreText), '；');

const care = (view: Emergency): Block[] => [
  heading('care'),
  written('treatments', treatments(view)),
  written(
    'flags',
    together(
      view.flags.map((flag) => say('emergency', `flag.${flag}`)),
      '、',
    ),
  ),
  written('scores', scores(view)),
  written('note', view.note),
  heading('byHand'),
  written('byHand', null),
];

const stateOf = ({ status, road }: Emergency): string => (road ? words.onRoad : say('emergency', `status.${status}`));

/** 院前急救交接单: what the crew knows, for who takes over at the door. `at`: when it is printed. */
export const pageOf = ({ view, rules, eta, readings }: Handover, at: Date): Page => ({
  title: words.title,
  no: view.emergencyNo,
  corner: [view.from.name, fillOne(words.started, 'at', clock(view.startedAt)) ?? ''],
  kind: fill(words.kind, { center: say('emergency', `center.${view.center}`) }),
  state: fill(frame.state, { state: stateOf(view) }),
  blocks: [...patient(view, at), ...sides(view), ...times(view, rules, eta), ...vitals(readings), ...care(view)],
  signs: Object.values(words.sign),
  advice: words.advice,
});
