import { ClipboardCheck, Hourglass, type LucideIcon, Timer, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock.ts';
import { stopwatch, time } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { type CaseProps, checkOf } from './caseProps.ts';
import { SpeakButton } from './SpeakButton.tsx';
import { COLOUR, type Pressure, pressing, type Target, targetsOf } from './targets.ts';
import { useNodeWord, useSpan } from './words.ts';
import './Countdown.css';

const ICONS: Readonly<Record<Pressure, LucideIcon>> = {
  check: ClipboardCheck,
  calm: Timer,
  soon: Timer,
  short: Hourglass,
  over: TriangleAlert,
};
/** So many beside the big one; more would hide the nodes. */
const BESIDE = 3;

const Beside = ({ target, now }: { target: Target; now: number }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const { pressure, leftMs } = pressing(target, now);
  const Icon = ICONS[pressure];
  return (
    <li data-c={COLOUR[pressure]}>
      <Icon aria-hidden size={16} />
      <span>{t(`emergency:metric.${target.code}`)}</span>
      <b className="num">{leftMs < 0 ? t('countdown.over', { time: stopwatch(-leftMs) }) : stopwatch(leftMs)}</b>
      <small className="num">{t('countdown.until', { at: time(target.dueAt) })}</small>
    </li>
  );
};

const Big = ({ target, now }: { target: Target; now: number }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const node = useNodeWord();
  const span = useSpan();
  const { pressure, leftMs, share } = pressing(target, now);
  const Icon = ICONS[pressure];
  const { from, fromAt, dueAt, opensAt, awaits, code } = target;
  const allowed = span((dueAt.getTime() - fromAt.getTime()) / 1000);
  return (
    <div className="ec-big" data-c={COLOUR[pressure]} data-pressure={pressure} role="timer">
      <p className="ec-big-what">
        <span className="ec-big-word">
          <Icon aria-hidden size={18} /> {t(`countdown.pressure.${pressure}`)}
        </span>
        <b>{t(`emergency:metric.${code}`)}</b>
        <span>{t('countdown.awaits', { node: node(awaits) })}</span>
        <small className="num">{t('countdown.from', { node: node(from), at: time(fromAt), most: allowed })}</small>
      </p>
      <p className="ec-big-left">
        {leftMs < 0 && <span>{t('countdown.past')}</span>}
        <b className="num">{stopwatch(Math.abs(leftMs))}</b>
        <small className="num">
          {opensAt && opensAt.getTime() > now
            ? t('countdown.window', { from: time(opensAt), until: time(dueAt) })
            : t('countdown.until', { at: time(dueAt) })}
        </small>
      </p>
      <SpeakButton target={target} now={now} />
      <i className="ec-fuse" aria-hidden style={{ '--p': share } as React.CSSProperties} />
    </div>
  );
};

type Props = Pick<CaseProps, 'rescue' | 'node' | 'open'>;

/** What is due next: what, from when, until when. */
export const NextTarget = ({ rescue }: Pick<Props, 'rescue'>) => {
  const { t } = useTranslation('emergencyCase');
  const now = useNow();
  const [first] = targetsOf(rescue, now);
  return first ? <Big target={first} now={now} /> : <p className="ec-calm mute">{t('countdown.none')}</p>;
};

/** What runs besides, and the way to the checklist while a lysis waits for it. */
export const OtherTargets = ({ rescue, node, open }: Props) => {
  const { t } = useTranslation('emergencyCase');
  const now = useNow();
  const targets = targetsOf(rescue, now);
  const others = targets.slice(1);
  // With nothing to record the big button leads there.
  const onCheck = node && targets.some(({ unchecked }) => unchecked) ? checkOf({ rescue, open }) : null;
  if (others.length === 0 && !onCheck) return null;
  return (
    <div className="ec-beside">
      <ul>
        {others.slice(0, BESIDE).map((target) => (
          <Beside key={target.code} target={target} now={now} />
        ))}
      </ul>
      {others.length > BESIDE && <small className="mute">{t('countdown.more', { n: others.length - BESIDE })}</small>}
      {onCheck && (
        <Button size="small" icon={ClipboardCheck} onClick={onCheck}>
          {t('check.open')}
        </Button>
      )}
    </div>
  );
};

/** All targets that run, the most pressing large. */
export const Countdown = (props: Props) => {
  const { t } = useTranslation('emergencyCase');
  return (
    <section className="ec-countdown" aria-label={t('countdown.label')}>
      <NextTarget {...props} />
      <OtherTargets {...props} />
    </section>
  );
};
