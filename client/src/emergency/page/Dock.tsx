import { Check, ListRestart, PencilLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NodeCode, THERAPY } from '../../../../contract/emergencyNodes.ts';
import { useNow } from '../../lib/clock.ts';
import { timeWithSeconds } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { useActiveCases } from './active.ts';
import { LateSheet } from './LateSheet.tsx';
import { type Made, stampNow } from './made.ts';
import { nextNode, valueAt } from './nodes.ts';
import { PickSheet } from './PickSheet.tsx';
import type { Rescue } from './rescue.ts';
import { TherapySheet } from './TherapySheet.tsx';
import { isLysis, putForward, targetsOf } from './targets.ts';
import { useStamping } from './useStamping.ts';
import { useNodeWord, useWho } from './words.ts';
import './Dock.css';

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
const useChosen = (rescue: Rescue, now: number) => {
  const [picked, pick] = useState<NodeCode | null>(null);
  const next = nextNode(rescue, putForward(targetsOf(rescue, now)));
  return { node: picked && !rescue.shown.has(picked) ? picked : next, pick };
};

interface FaceProps {
  rescue: Rescue;
  node: NodeCode | null;
  resting: boolean;
  now: number;
  onPress: () => void;
}

/** States a record, and whose: no order, and no other patient's. */
const Face = ({ rescue, node, resting, now, onPress }: FaceProps) => {
  const { t } = useTranslation('emergencyCase');
  const word = useNodeWord();
  const { short } = useWho(rescue);
  const first = node ? t('dock.record', { node: word(node) }) : t('dock.pick');
  return (
    <button type="button" className="ec-stamp" disabled={resting} onClick={onPress}>
      <b>
        {resting && <Check aria-hidden size={22} />} {resting ? t('dock.kept') : first}
      </b>
      <span className="num">
        {[short, node && !resting && t('dock.at', { at: timeWithSeconds(now) })].filter(Boolean).join(' · ')}
      </span>
    </button>
  );
};

type Open = { sheet: 'pick' } | { sheet: 'late'; node: NodeCode | null } | { sheet: 'therapy'; made: Made };

/** In thumb reach: the node that comes next, another one, and what was not written down in time. */
export const Dock = ({ rescue }: { rescue: Rescue }) => {
  const { t } = useTranslation('emergencyCase');
  const now = useNow();
  const { node, pick } = useChosen(rescue, now);
  const { resting, rest } = useRest();
  const [open, setOpen] = useState<Open | null>(null);
  const { keep } = useStamping(rescue);
  const several = useActiveCases(rescue) !== 1;
  const close = () => setOpen(null);
  const record = (made: Made) => {
    keep(made);
    rest();
    pick(null);
    close();
  };
  const press = () => {
    if (!node) return setOpen({ sheet: 'pick' });
    if (valueAt(rescue, node)) return setOpen({ sheet: 'late', node });
    const made = stampNow(node);
    const asks = (THERAPY.includes(node) && several) || (isLysis(node) && !rescue.checked);
    if (asks) setOpen({ sheet: 'therapy', made });
    else record(made);
  };
  return (
    <footer className="ec-dock">
      <Face rescue={rescue} node={node} resting={resting} now={now} onPress={press} />
      <div className="ec-dock-row">
        <Button icon={ListRestart} onClick={() => setOpen({ sheet: 'pick' })}>
          {t('dock.other')}
        </Button>
        <Button icon={PencilLine} onClick={() => setOpen({ sheet: 'late', node: null })}>
          {t('late.open')}
        </Button>
      </div>
      {open?.sheet === 'pick' && (
        <PickSheet
          rescue={rescue}
          onPick={(other) => {
            pick(other);
            close();
          }}
          onClose={close}
        />
      )}
      {open?.sheet === 'late' && <LateSheet rescue={rescue} node={open.node} onClose={close} />}
      {open?.sheet === 'therapy' && (
        <TherapySheet rescue={rescue} made={open.made} several={several} onRecord={record} onClose={close} />
      )}
    </footer>
  );
};
