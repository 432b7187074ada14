import { useTranslation } from 'react-i18next';
import { useNow } from '../../../lib/clock.ts';
import { dateTime, stopwatch, time } from '../../../lib/format.ts';
import { Card } from '../../../ui/Card.tsx';
import type { Meaning } from '../../../ui/Tag.tsx';
import type { Rescue } from '../rescue.ts';
import { COLOUR, pressing } from '../targets.ts';
import { VerdictTag } from '../VerdictTag.tsx';
import { judges, STATE_COLOUR } from '../verdicts.ts';
import { useMetricWords, useNodeWord } from '../words.ts';
import { type Axis, axisOf, type Bar, lanesOf, type Mark } from './axis.ts';
import './axis.css';

/** Of a plot of about 800 px: labels are placed before anybody knows how wide it will be. */
const PLOT_PX = 800;
const widthOf = (text: string): number => {
  const px = Array.from(text).reduce((sum, char) => sum + (char.charCodeAt(0) > 255 ? 13 : 7), 14);
  return px / PLOT_PX;
};
/** What the word for now covers. */
const NOW_ROOM = 0.04;
const at = (x: number) => ({ '--x': x }) as React.CSSProperties;

const useMarkWords = () => {
  const { t } = useTranslation('emergencyCase');
  const node = useNodeWord();
  return ({ nodes, at: moment, early }: Mark): string =>
    `${nodes.map(node).join(t('axis.slash'))} ${early ? dateTime(moment) : time(moment)}`;
};

const Marks = ({ marks }: { marks: readonly Mark[] }) => {
  const words = useMarkWords();
  const texts = marks.map(words);
  // What stands at an end leans inwards, so that nothing is cut off.
  const places = marks.map(({ x }, index) => {
    const width = widthOf(texts[index]!);
    return { x: Math.min(1 - width / 2, Math.max(width / 2, x)), width };
  });
  const lanes = lanesOf(places);
  return (
    <ol className="ec-marks" style={{ '--lanes': Math.max(1, ...lanes.map((lane) => lane + 1)) } as React.CSSProperties}>
      {marks.map((mark, index) => (
        <li key={mark.nodes[0]} data-early={mark.early} style={{ ...at(mark.x), '--lane': lanes[index] } as React.CSSProperties}>
          <span className="num" style={at(places[index]!.x)}>
            {texts[index]}
          </span>
          <i aria-hidden />
        </li>
      ))}
    </ol>
  );
};

const colourOf = (rescue: Rescue, { value, target }: Bar, now: number): Meaning => {
  if (judges(rescue) && value) return STATE_COLOUR[value.state];
  return target ? COLOUR[pressing(target, now).pressure] : 'routine';
};

const Row = ({ rescue, bar, now }: { rescue: Rescue; bar: Bar; now: number }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const { actual, limit } = useMetricWords();
  const { rule, value, target, from, to } = bar;
  const left = target && target.dueAt.getTime() - now;
  return (
    <li data-c={colourOf(rescue, bar, now)}>
      <b className="ec-bar-name">{t(`emergency:metric.${rule.code}`)}</b>
      <span className="ec-plot">
        {bar.limit !== null && <i className="ec-room" style={{ ...at(from), '--w': bar.limit - from } as React.CSSProperties} />}
        <i className="ec-bar" style={{ ...at(from), '--w': to - from } as React.CSSProperties} />
        {bar.limit !== null && <i className="ec-limit" style={at(bar.limit)} />}
        <span className="ec-bar-words num" style={at(Math.max(to, bar.limit ?? 0))}>
          {left === null
            ? [value && actual(value), limit(rule)].filter(Boolean).join(t('dot'))
            : t(left < 0 ? 'axis.over' : 'axis.left', { time: stopwatch(Math.abs(left)) })}
          {target?.unchecked && ` ${t('axis.undecided')}`}
          {judges(rescue) && value && <VerdictTag state={value.state} />}
        </span>
      </span>
    </li>
  );
};

const Grid = ({ axis: { ticks, now } }: { axis: Axis }) => {
  const { t } = useTranslation('emergencyCase');
  return (
    <div className="ec-grid" aria-hidden>
      {ticks.map(({ at: moment, x }) => (
        <span key={x} className="num" style={at(x)}>
          {(now === null || Math.abs(now - x) > NOW_ROOM) && time(moment)}
        </span>
      ))}
      {now !== null && (
        <b style={at(now)}>
          <span>{t('axis.now')}</span>
        </b>
      )}
    </div>
  );
};

/** 时间轴: what happened when, and how long each step took beside what it may take; said whether reached only after the rescue. */
export const AxisCard = ({ rescue }: { rescue: Rescue }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const now = useNow(rescue.status === 'active');
  const axis = axisOf(rescue, now);
  return (
    <Card title={t('axis.title')} note={judges(rescue) ? t('emergency:qc') : t('axis.note')}>
      <div className="ec-axis">
        <Grid axis={axis} />
        <Marks marks={axis.marks} />
        <ul className="ec-bars">
          {axis.bars.map((bar) => (
            <Row key={bar.rule.code} rescue={rescue} bar={bar} now={now} />
          ))}
        </ul>
      </div>
    </Card>
  );
};
