import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { timeWithSeconds } from '../../lib/format.ts';
import { Note } from '../../ui/Note.tsx';
import { type Made, trueTime } from './made.ts';
import { RecordSheet } from './RecordSheet.tsx';
import type { Rescue } from './rescue.ts';
import { isLysis } from './targets.ts';
import { useNodeWord } from './words.ts';

interface Props {
  rescue: Rescue;
  /** With the time of the first press: that is when it happened, however long the question stands. */
  made: Made;
  several: boolean;
  onRecord: (made: Made) => void;
  onClose: () => void;
}

/** A treatment while more than one rescue is open: whose it was, once more. */
export const TherapySheet = ({ rescue, made, several, onRecord, onClose }: Props) => {
  const { t } = useTranslation('emergencyCase');
  const node = useNodeWord()(made.node);
  return (
    <RecordSheet
      rescue={rescue}
      title={t('therapy.title')}
      word={t('dock.record', { node })}
      onSend={() => onRecord(made)}
      onClose={onClose}
    >
      {several && <p>{t('therapy.several')}</p>}
      {isLysis(made.node) && !rescue.checked && (
        <Note c="urgent" icon={TriangleAlert}>
          {t('therapy.unchecked')}
        </Note>
      )}
      <p className="num">{t('therapy.at', { node, at: timeWithSeconds(trueTime(made) ?? 0) })}</p>
    </RecordSheet>
  );
};
