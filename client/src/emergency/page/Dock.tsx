import { Check, CircleCheck, ListRestart, PencilLine, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { THERAPY } from '../../../../contract/emergencyNodes.ts';
import { useNow } from '../../lib/clock.ts';
import { timeWithSeconds } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { useActiveCases } from './active.ts';
import { type CaseProps, checkOf } from './caseProps.ts';
import { type Made, stampNow, trueTime } from './made.ts';
import { valueAt } from './nodes.ts';
import { ifCleared, isLysis } from './targets.ts';
import { useNodeWord, useWho } from './words.ts';
import './Dock.css';

interface FaceProps extends Pick<CaseProps, 'rescue' | 'node' | 'resting'> {
  /** While there is nothing to record. */
  instead: string;
  onPress: () => void;
}

/** States a record, and whose: no order, and no other patient's. */
const Face = ({ rescue, node, resting, instead, onPress }: FaceProps) => {
  const { t } = useTranslation('emergencyCase');
  const now = useNow();
  const word = useNodeWord();
  const { short } = useWho(rescue);
  const first = node ? t('dock.record', { node: word(node) }) : instead;
  const second = [short, node && !resting && t('dock.at', { at: timeWithSeconds(now) })];
  return (
    <button type="button" className="ec-stamp" disabled={resting} onClick={onPress}>
      <b>
        {resting && <Check aria-hidden size={22} />} {resting ? t('dock.kept') : first}
      </b>
      <span className="num">{second.filter(Boolean).join(t('dot'))}</span>
    </button>
  );
};

/** The way back, where the thumb is. */
const Undo = ({ last, onUndo }: { last: Made; onUndo: (made: Made) => void }) => {
  const { t } = useTranslation('emergencyCase');
  const word = useNodeWord();
  const at = trueTime(last);
  return (
    <p className="ec-undo" role="status">
      <CircleCheck aria-hidden size={20} />
      <span className="num">{t('done.recorded', { node: word(last.node), at: at ? timeWithSeconds(at) : '' })}</span>
      <Button size="small" icon={Undo2} onClick={() => onUndo(last)}>
        {t('undo.word')}
      </Button>
    </p>
  );
};

/** In thumb reach: the node that comes next, another one, and what was not written down in time. */
export const Dock = ({ rescue, node, resting, last, onRecord, onUndo, open }: CaseProps) => {
  const { t } = useTranslation('emergencyCase');
  const several = useActiveCases(rescue) !== 1;
  // What comes next may be no event but a decision.
  const onCheck = ifCleared(rescue) && checkOf({ rescue, open });
  const press = () => {
    if (!node) return onCheck ? onCheck() : open({ name: 'pick' });
    if (valueAt(rescue, node)) return open({ name: 'late', node });
    const made = stampNow(node);
    const whose = THERAPY.includes(node) && several;
    if (whose || (isLysis(node) && !rescue.checked)) open({ name: 'therapy', made, several: whose });
    else onRecord(made);
  };
  return (
    <footer className="ec-dock">
      {last && <Undo last={last} onUndo={onUndo} />}
      <Face rescue={rescue} node={node} resting={resting} instead={t(onCheck ? 'check.open' : 'dock.pick')} onPress={press} />
      <div className="ec-dock-row">
        <Button icon={ListRestart} onClick={() => open({ name: 'pick' })}>
          {t('dock.other')}
        </Button>
        <Button icon={PencilLine} onClick={() => open({ name: 'late', node: null })}>
          {t('late.open')}
        </Button>
      </div>
    </footer>
  );
};
