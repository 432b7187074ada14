import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../lib/clock.ts';
import { FieldError } from '../../../ui/Field.tsx';
import { emergency as actions } from '../../api.ts';
import { MinutesPick } from '../../MinutesPick.tsx';
import { roadMs } from '../../minutes.ts';
import { RecordSheet } from '../RecordSheet.tsx';
import type { Rescue } from '../rescue.ts';
import { useVerb } from '../useVerb.ts';

/** The ambulance comes sooner or later than was said. */
export const EtaSheet = ({ rescue, onClose }: { rescue: Rescue; onClose: () => void }) => {
  const { t } = useTranslation('emergency');
  const [minutes, setMinutes] = useState('');
  const [asked, setAsked] = useState(false);
  const verb = useVerb(rescue.id);
  const ahead = roadMs(minutes);
  const send = () => {
    setAsked(true);
    if (ahead === null) return;
    const etaAt = new Date(serverNow() + ahead).toISOString();
    verb.run({ work: () => actions.eta({ id: rescue.id, etaAt }), done: t('road.saved'), after: onClose });
  };
  return (
    <RecordSheet rescue={rescue} title={t('road.eta')} word={t('road.save')} verb={verb} onSend={send} onClose={onClose}>
      <MinutesPick label={t('road.fromNow')} minutes={minutes} onChange={setMinutes} />
      {asked && ahead === null && <FieldError>{t('road.wrong')}</FieldError>}
    </RecordSheet>
  );
};
