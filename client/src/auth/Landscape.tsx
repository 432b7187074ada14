import { useId } from 'react';
import './Landscape.css';

/** x of the summit, foot line, height, half width, and how far back it stands (0 front … 2 back). */
type Peak = readonly [x: number, foot: number, height: number, half: number, depth: 0 | 1 | 2];

/** After the blue-green scrolls of the Song: peaks stand one before another, azurite at the top, malachite below, silk mist between. */
const peaks: readonly Peak[] = [
  [90, 520, 150, 150, 2],
  [330, 520, 205, 170, 2],
  [540, 530, 150, 170, 2],
  [780, 540, 105, 190, 2],
  [20, 590, 215, 150, 1],
  [210, 600, 325, 150, 1],
  [330, 600, 230, 110, 1],
  [470, 610, 175, 130, 1],
  [640, 615, 90, 150, 1],
  [110, 680, 260, 130, 0],
  [25, 680, 170, 120, 0],
  [255, 680, 205, 95, 0],
  [370, 690, 120, 120, 0],
];

const outline = ([x, foot, height, half]: Peak): string => {
  const top = foot - height;
  return `M${x - half} ${foot}C${x - half * 0.5} ${foot - height * 0.1} ${x - half * 0.28} ${top} ${x} ${top}S${x + half * 0.42} ${foot - height * 0.16} ${x + half} ${foot}`;
};

/** The brush strokes that give a face its folds, from under the summit down. */
const folds = ([x, foot, height, half]: Peak): string =>
  [-0.16, 0.04, 0.22]
    .map(
      (at) =>
        `M${x + half * at * 0.5} ${foot - height * 0.9}Q${x + half * at} ${foot - height * 0.6} ${x + half * at * 2.4} ${foot - height * 0.3}`,
    )
    .join('');

const Mountain = ({ peak, paint }: { peak: Peak; paint: string }) => (
  <g className={`far-${peak[4]}`}>
    <path d={`${outline(peak)}Z`} fill={`url(#${paint}${peak[4]})`} />
    <path d={folds(peak)} className="fold" />
    <path d={outline(peak)} className="gold" />
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
        <linearGradient id={`${id}sea`} x2="0" y2="1">
          <stop className="sea-far" />
          <stop offset="1" className="sea-near" />
        </linearGradient>
      </defs>
      <circle className="sun" cx="700" cy="250" r="46" />
      {peaks.map((peak) => (
        <Mountain key={peak.join()} peak={peak} paint={id} />
      ))}
      <path fill={`url(#${id}sea)`} d="M0 668c120-22 190 4 300-4s170-30 290-16 200 8 310-12v164H0z" />
      <g className="waves">
        <path d={wave(694, -10)} />
        <path d={wave(722, -46)} opacity=".7" />
        <path d={wave(752, -20)} opacity=".4" />
      </g>
      <path className="thread" d="M255 476C360 380 600 400 742 622" />
      <circle className="lamp" cx="255" cy="476" r="5" />
      <g className="ship">
        <path d="M716 662h62l-13 16h-36z" />
        <path d="M744 658v-42l26 38z" />
        <path d="M740 658v-32l-18 30z" opacity=".75" />
      </g>
    </svg>
  );
};
