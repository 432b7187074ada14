import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { chosen } from './choices.ts';
import { useCall } from './useCall.ts';

/** Why a device did not come, what to do about it, and one press to try again. */
const TroubleNote = ({ source }: { source: 'mic' | 'camera' }) => {
  const { t } = useTranslation(['calls', 'common']);
  const { call, state } = useCall();
  const { trouble, asking } = state[source];
  if (!trouble) return null;
  const again = () => void (source === 'mic' ? call.openMic(chosen().mic) : call.openCamera(chosen().camera));
  return (
    <Note c="urgent" icon={TriangleAlert} live>
      <b>{t(`trouble.${source}.${trouble}`)}</b>
      <p>{t(`trouble.do.${trouble}`)}</p>
      <Button size="small" busy={asking} onClick={again}>
        {t('common:retry')}
      </Button>
    </Note>
  );
};

export const Troubles = () => (
  <>
    <TroubleNote source="mic" />
    <TroubleNote source="camera" />
  </>
);
