import type { Acks } from './acks.ts';
import type { Figure } from './figures.ts';
import type { Joins } from './join.ts';

interface Results {
  joins: readonly [without: Joins, at100: Joins];
  acks: Acks;
}

interface Row {
  figure: string;
  ours: string;
  peer: string;
  ratio: string;
  aim: string;
}

const shown = ({ median, q1, q3 }: Figure, unit: string): string => `${median} (${q1}–${q3}) ${unit}`;
const ratio = (ours: Figure, peer: Figure): string => (ours.median / peer.median).toFixed(2);

const joinRow = (name: string, which: 'cold' | 'warm', { joins, aim }: { joins: Results['joins']; aim: string }): Row => {
  const [without, at100] = joins;
  const roundTrips = (side: 'cold' | 'warm' | 'sequential') =>
    ((at100[side].median - without[side].median) / at100.roundTripMs).toFixed(1);
  const cell = (side: 'cold' | 'warm' | 'sequential') =>
    `${shown(at100[side], 'ms')}, p95 ${at100[side].p95}, ${roundTrips(side)} RTT`;
  return { figure: name, ours: cell(which), peer: cell('sequential'), ratio: ratio(at100[which], at100.sequential), aim };
};

const ackRow = (name: string, { ours, echo }: Acks['processorUs'], aim: string): Row => ({
  figure: name,
  ours: shown(ours, 'µs'),
  peer: shown(echo, 'µs'),
  ratio: ratio(ours, echo),
  aim,
});

/** Median (quartiles), Markdown. */
export const table = ({ joins, acks }: Results): string => {
  const rows: Row[] = [
    joinRow('cold join → first frame, RTT 100', 'cold', { joins, aim: '≤ 0.60' }),
    joinRow('admit → first frame, RTT 100', 'warm', { joins, aim: '≤ 0.12' }),
    ackRow('signalling ack, round trip', acks.roundTripUs, '≤ 1.25'),
    ackRow('signalling ack, server CPU', acks.processorUs, '≤ 1.50'),
  ];
  const head: Row = { figure: 'figure', ours: 'ours', peer: 'peer', ratio: 'ours ÷ peer', aim: 'aim' };
  const line = ({ figure, ours, peer, ratio: r, aim }: Row) => `| ${[figure, ours, peer, r, aim].join(' | ')} |\n`;
  return [line(head), '|---|---|---|---|---|\n', ...rows.map(line)].join('');
};
