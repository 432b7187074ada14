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

/** Keeps a stamp on the device, from where it is sent, and offers the way back for as long as the words stand there. */
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

const useRest = () => {
  const [resting, setResting] = useState(false);
  useEffect(() => {
    if (!resting) return;
    const timer = setTimeout(() => setResting(false), REST_MS);
    return () => clearTimeout(timer);
  }, [resting]);
  return { resting, rest: () => setResting(true) };
};

/** Which node the button is for: the one that was picked until it has a time, otherwise the one that comes next. */
export const useStamping = (rescue: Rescue) => {
  const active = rescue.status === 'active';
  const now = useNow(active);
  const [picked, pick] = useState<NodeCode | null>(null);
  const { resting, rest } = useRest();
  const keep = useKeeping(rescue);
  const next = active ? nextNode(rescue, putForward(targetsOf(rescue, now))) : null;
  return {
    node: active && picked && !rescue.shown.has(picked) ? picked : next,
    resting,
    pick,
    record: (made: Made) => {
      keep(made);
      rest();
      pick(null);
    },
  };
};
