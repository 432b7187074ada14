import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { useNow } from '../../lib/clock.ts';
import { timeWithSeconds } from '../../lib/format.ts';
import { sayDone } from '../../ui/Toast.tsx';
import { keepStamp } from '../outbox.ts';
import { type Made, takeBack, trueTime } from './made.ts';
import { nextNode } from './nodes.ts';
import type { Rescue } from './rescue.ts';
import { putForward, targetsOf } from './targets.ts';
import { useNodeWord } from './words.ts';

/** Keeps a stamp on the device, from where it is sent; said with the way back for as long as the words stand there. */
export const useKeeping = ({ id }: Rescue): ((made: Made) => void) => {
  const { t } = useTranslation('emergencyCase');
  const word = useNodeWord();
  return (made) => {
    void keepStamp(id, made);
    const at = trueTime(made);
    const node = word(made.node);
    if (!at) return sayDone(t('done.takenBack', { node }));
    const undo = { word: t('undo.word'), run: () => void keepStamp(id, takeBack(made, t('undo.reason'))) };
    // A correction that is taken back would leave the node without any time: it is corrected once more instead.
    sayDone(t('done.recorded', { node, at: timeWithSeconds(at) }), made.supersedes ? undefined : undo);
  };
};

/** A second tap that was not meant falls on the node after it: for so long the button does nothing. */
const REST_MS = 1_200;
export const UNDO_MS = 10_000;

/** What was pressed last, until it can no longer be taken back by one tap. */
const useLast = () => {
  const [last, setLast] = useState<Made | null>(null);
  const [resting, setResting] = useState(false);
  useEffect(() => {
    if (!last) return;
    const timers = [setTimeout(() => setResting(false), REST_MS), setTimeout(() => setLast(null), UNDO_MS)];
    return () => timers.forEach(clearTimeout);
  }, [last]);
  const press = (made: Made) => {
    setLast(made);
    setResting(true);
  };
  const forget = () => {
    setLast(null);
    setResting(false);
  };
  return { last, resting, press, forget };
};

/** Which node the button is for: the one that was picked until it has a time, otherwise the one that comes next. */
export const useStamping = (rescue: Rescue) => {
  const { t } = useTranslation('emergencyCase');
  const active = rescue.status === 'active';
  const now = useNow(active);
  const [picked, pick] = useState<NodeCode | null>(null);
  const { last, resting, press, forget } = useLast();
  const next = active ? nextNode(rescue, putForward(targetsOf(rescue, now))) : null;
  return {
    node: active && picked && !rescue.shown.has(picked) ? picked : next,
    resting,
    last,
    pick,
    record: (made: Made) => {
      void keepStamp(rescue.id, made);
      press(made);
      pick(null);
    },
    undo: (made: Made) => {
      void keepStamp(rescue.id, takeBack(made, t('undo.reason')));
      forget();
    },
  };
};
