import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { useNow } from '../lib/clock.ts';
import { stopwatch, time, timeWithSeconds } from '../lib/format.ts';
import { Tag } from '../ui/Tag.tsx';
import './RingProgress.css';

const colours = { ringing: 'stat', answered: 'met', declined: 'unmet', passedOn: 'urgent', stopped: 'routine' } as const;

const NextRing = ({ next }: { next: NonNullable<Consult['nextRing']> }) => {
  const { t } = useTranslation('consults');
  const left = Date.parse(next.at) - useNow();
  return (
    <li className="ring">
      <span className="mute">{t('ring.next', { step: t(`step.${next.step}`), at: time(next.at) })}</span>
      {left > 0 && <b className="num end">{stopwatch(left)}</b>}
    </li>
  );
};

/** The last ring of each person: what came before it is in the history. */
const latest = (rings: Consult['rings']): Consult['rings'] => [
  ...new Map(rings.map((ring) => [ring.person?.id ?? 'desk', ring])).values(),
];

/** Who has been rung, how it went, and who is rung next and when. */
export const RingProgress = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  if (consult.rings.length === 0 && !consult.nextRing) return null;
  return (
    <ol className="rings" aria-label={t('ring.title')}>
      {latest(consult.rings).map((ring) => (
        <li key={ring.id} className="ring">
          <b>{ring.person?.name ?? t('ring.desk')}</b>
          <span className="mute">{ring.line && t(`ring.line${ring.line}`)}</span>
          <Tag c={colours[ring.status]} look={ring.status === 'ringing' ? 'line' : 'tint'}>
            {ring.reason ? t(`reason.${ring.reason}`) : t(`ring.${ring.status}`)}
          </Tag>
          <small className="mute num end">{t('ring.rung', { at: timeWithSeconds(ring.rungAt), n: ring.sent })}</small>
        </li>
      ))}
      {consult.nextRing && <NextRing next={consult.nextRing} />}
    </ol>
  );
};
