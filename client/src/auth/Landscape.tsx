import { useId } from 'react';
import './Landscape.css';

/** Summit x, foot y, height, reach to the left and right, and how far back it stands (0 front … 2 back). */
type Peak = readonly [x: number, foot: number, height: number, left: number, right: number, depth: 0 | 1 | 2];

/** After the blue-green scrolls of the Song: peaks stand one before another, azurite at the top, malachite below, silk mist at their feet. */
const peaks: readonly Peak[] = [
  [70, 560, 205, 150, 130, 2],
  [318, 570, 262, 120, 150, 2],
  [430, 570, 150, 110, 120, 2],
  [590, 580, 178, 150, 130, 2],
  [800, 590, 128, 180, 190, 2],
  [0, 640, 270, 130, 120, 1],
  [196, 660, 345, 114, 138, 1],
  [128, 660, 250, 90, 90, 1],
  [345, 660, 262, 84, 120, 1],
  [468, 665, 208, 96, 132, 1],
  [655, 672, 104, 150, 120, 1],
  [96, 700, 232, 104, 132, 0],
  [12, 700, 158, 100, 92, 0],
  [255, 700, 224, 72, 104, 0],
  [372, 705, 122, 96, 110, 0],
];

/** Steep near the summit, a shoulder half way down on the longer side, a wide foot. */
const outline = ([x, foot, height, left, right]: Peak): string => {
  const at = (share: number) => foot - height * share;
  return [
    `M${x - left} ${foot}`,
    `C${x - left * 0.62} ${at(0.12)} ${x - left * 0.5} ${at(0.5)} ${x - left * 0.36} ${at(0.6)}`,
    `S${x - left * 0.2} ${at(1)} ${x} ${at(1)}`,
    `S${x + right * 0.2} ${at(0.78)} ${x + right * 0.34} ${at(0.66)}`,
    `S${x + right * 0.5} ${at(0.4)} ${x + right * 0.62} ${at(0.28)}`,
    `S${x + right * 0.86} ${at(0.06)} ${x + right} ${foot}`,
  ].join('');
};

/** The brush strokes that fold a face, from under the summit down. */
const folds = ([x, foot, height, left, right]: Peak): string => {
  const at = (share: number) => foot - height * share;
  return [
    `M${x - left * 0.06} ${at(0.92)}Q${x - left * 0.16} ${at(0.72)} ${x - left * 0.2} ${at(0.46)}`,
    `M${x + right * 0.05} ${at(0.9)}Q${x + right * 0.08} ${at(0.66)} ${x + right * 0.2} ${at(0.44)}`,
    `M${x - left * 0.02} ${at(0.7)}Q${x - left * 0.04} ${at(0.5)} ${x + right * 0.04} ${at(0.28)}`,
  ].join('');
};

const Mountain = ({ peak, paint }: { peak: Peak; paint: string }) => (
  <g className={`far-${peak[5]}`}>
    <path d={`${outline(peak)}Z`} fill={`url(#${paint}${peak[5]})`} />
    <path d={folds(peak)} className="fold" />
    <path d={outline(peak)} className="gold" stroke={`url(#${paint}gold)`} />
  </g>
);

const wave = (y: number, from: number) => `M${from} ${y}${'q37-13 74 0t74 0'.repeat(8)}`;

/** The sign-in picture: mountains, sea, and the thread of light from a county hospital's lamp to a ship. Decoration only. */
export const Landscape = () => {
  const id = useId();
  return (
    <svg className="landscape" viewBox="0 0 900 800" preserveAspectRatio="xMidYMax slice" aria-hidden>
      <defs>
        {[0, 1, 2].map((depth) => (
          <linearGradient key={depth} id={`${id}${depth}`} x2="0" y2="1">
            <stop className={`top-${depth}`} />
            <stop offset=".45" className={`mid-${depth}`} />
            <stop offset="1" className={`foot-${depth}`} />
          </linearGradient>
        ))}
        <linearGradient id={`${id}gold`} x2="0" y2="1">
          <stop className="gold-top" />
          <stop offset=".55" className="gold-top" />
          <stop offset=".9" className="gold-foot" />
        </linearGradient>
        <linearGradient id={`${id}sea`} x2="0" y2="1">
          <stop className="sea-far" />
          <stop offset="1" className="sea-near" />
        </linearGradient>
      </defs>
      <circle className="sun" cx="704" cy="262" r="44" />
      {peaks.map((peak) => (
        <Mountain key={peak.join()} peak={peak} paint={id} />
      ))}
      <path fill={`url(#${id}sea)`} d="M0 668c120-22 190 4 300-4s170-30 290-16 200 8 310-12v164H0z" />
      <g className="waves">
        <path d={wave(690, -10)} />
        <path d={wave(713, -46)} opacity=".7" />
        <path d={wave(736, -20)} opacity=".4" />
      </g>
      <path className="thread" d="M255 470C370 366 610 396 744 612" />
      <circle className="lamp" cx="255" cy="473" r="4.5" />
      <g className="ship">
        <path d="M716 662h62l-13 16h-36z" />
        <path d="M744 658v-42l26 38z" />
        <path d="M740 658v-32l-18 30z" opacity=".75" />
      </g>
    </svg>
  );
};
