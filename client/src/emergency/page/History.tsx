import { useTranslation } from 'react-i18next';
import type { Emergency } from '../../../../contract/emergency.ts';
import { dateTime } from '../../lib/format.ts';
import { Card } from '../../ui/Card.tsx';
import { folded } from './folded.ts';

/** 经过: who did what, newest first. */
export const History = ({ emergency: { steps, emergencyNo } }: { emergency: Emergency }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  return (
    <Card title={t('history')} note={<span className="num">{emergencyNo}</span>}>
      <ol className="timeline ec-history">
        {folded(steps)
          .toReversed()
          .map(({ at, verb, person, note, times }) => (
            <li key={`${at}${verb}`}>
              <time className="mute" dateTime={at}>
                {dateTime(at)}
              </time>
              <div>
                {person && <b>{person.name} </b>}
                {t(`emergency:step.${verb}`)}
                {times > 1 && <small className="mute num"> {t('times', { n: times })}</small>}
                {note && <small className="soft"> {verb === 'score' ? t(`score.${note}.name`) : note}</small>}
              </div>
            </li>
          ))}
      </ol>
    </Card>
  );
};
