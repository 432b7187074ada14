import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { dateTime } from '../lib/format.ts';

/** What happened, oldest first, each with its time and who did it. */
export const Timeline = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  return (
    <ol className="timeline">
      {consult.timeline.map(({ at, verb, by }) => (
        <li key={`${at}${verb}`}>
          <time className="mute">{dateTime(at)}</time>
          <span>
            {t([`past.${verb}`, 'past.other'])}
            {by && <small className="mute"> {by}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
};
