import { useTranslation } from 'react-i18next';
import { timeWithSeconds } from '../../lib/format.ts';
import { sayDone } from '../../ui/Toast.tsx';
import { keepStamp } from '../outbox.ts';
import { type Made, takeBack, trueTime } from './made.ts';
import type { Rescue } from './rescue.ts';
import { useNodeWord } from './words.ts';

/** Keeps a stamp on the device, from where it is sent, and offers the way back for as long as the words stand there. */
export const useStamping = ({ id }: Rescue) => {
  const { t } = useTranslation('emergencyCase');
  const node = useNodeWord();
  /** A correction has no way back but another one: taken back, it would leave the node without any time. */
  const keep = (made: Made): void => {
    void keepStamp(id, made);
    const at = trueTime(made);
    const undo = { word: t('undo.word'), run: () => void keepStamp(id, takeBack(made, t('undo.reason'))) };
    if (at) sayDone(t('done.recorded', { node: node(made.node), at: timeWithSeconds(at) }), made.supersedes ? undefined : undo);
    else sayDone(t('done.takenBack', { node: node(made.node) }));
  };
  return { keep };
};
