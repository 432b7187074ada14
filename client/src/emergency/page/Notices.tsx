import { CloudUpload, LockKeyhole, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { date, dateTime } from '../../lib/format.ts';
import { useLink } from '../../lib/link.ts';
import { useRefusalText } from '../../lib/refusalText.ts';
import { Refused } from '../../lib/refused.ts';
import { Note } from '../../ui/Note.tsx';
import { useUnsentCase } from '../outbox.ts';
import { type Rescue, unsentOf } from './rescue.ts';
import { useMoment, useNodeWord } from './words.ts';

/** Times that only this device has: how many wait, and each that was refused with its reason. */
const Unsent = ({ rescue }: { rescue: Rescue }) => {
  const { t } = useTranslation('emergencyCase');
  const word = useNodeWord();
  const moment = useMoment();
  const refusal = useRefusalText();
  const line = unsentOf(rescue);
  const n = line.filter(({ state }) => state === 'waiting').length;
  return (
    <>
      {n > 0 && rescue.emergency && (
        <Note c="urgent" icon={CloudUpload} live>
          <b>{t('unsent.waiting', { count: n, n })}</b>
        </Note>
      )}
      {line
        .filter(({ state }) => state === 'refused')
        .map(({ id, node, at, refused }) => (
          <Note key={id} c="unmet" icon={TriangleAlert} live>
            <b>{t('unsent.refused', { node: word(node), at: at ? moment(at) : '' })}</b>
            {refused && refusal(new Refused({ ...refused, message: '' }))}
          </Note>
        ))}
    </>
  );
};

/** The call itself has not gone out, or the server would not have it. */
const UnsentCall = ({ id }: { id: string }) => {
  const { t } = useTranslation('emergencyCase');
  const refusal = useRefusalText();
  const call = useUnsentCase(id);
  if (!call) return null;
  return (
    <Note c={call.refused ? 'stat' : 'urgent'} icon={CloudUpload} live>
      <b>{call.refused ? t('unsent.callRefused') : t('unsent.call')}</b>
      {call.refused && refusal(new Refused({ ...call.refused, message: '' }))}
    </Note>
  );
};

/** What keeps a case from being as it looks: not sent, old, locked, or no case at all. */
export const Notices = ({ rescue, since }: { rescue: Rescue; since: number }) => {
  const { t } = useTranslation('emergencyCase');
  const { online } = useLink();
  const { emergency, status, mayStamp, startedAt } = rescue;
  return (
    <div className="ec-notices" role="status">
      <UnsentCall id={rescue.id} />
      {!online && emergency && <Note c="urgent">{t('offline.since', { at: dateTime(since) })}</Note>}
      <Unsent rescue={rescue} />
      {status === 'stoodDown' && <Note c="missing">{t('stoodDown.note')}</Note>}
      {!mayStamp && (
        <Note c="missing" icon={LockKeyhole}>
          {t('locked', { day: date(startedAt) })}
        </Note>
      )}
    </div>
  );
};
