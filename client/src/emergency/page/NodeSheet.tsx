import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { serverNow } from '../../lib/clock.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { SwitchField } from '../../ui/form/bind.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { MomentPart } from './MomentPart.tsx';
import { takeBack } from './made.ts';
import { valueAt } from './nodes.ts';
import { RecordSheet } from './RecordSheet.tsx';
import type { Rescue, ShownPoint } from './rescue.ts';
import { Trail } from './Trail.tsx';
import { timeOfPoint, useTimeForm } from './timeForm.ts';
import { useKeeping } from './useStamping.ts';
import { useNodeWord } from './words.ts';

const WHYS = ['pressed', 'record', 'device', 'other'] as const;

interface ReasonProps {
  reason: string;
  setReason: (reason: string) => void;
  error: string | false;
}

/** Why, by a tap or in one's own words: without it no time changes. */
const Reason = ({ reason, setReason, error }: ReasonProps) => {
  const { t } = useTranslation('emergencyCase');
  return (
    <>
      <Field label={t('correct.reason')} required error={error}>
        {(tied) => <TextInput {...tied} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <div className="row ec-ago">
        {WHYS.map((why) => (
          <Button key={why} size="small" onClick={() => setReason(t(`correct.why.${why}`))}>
            {t(`correct.why.${why}`)}
          </Button>
        ))}
      </div>
    </>
  );
};

interface Props {
  rescue: Rescue;
  point: ShownPoint;
  onClose: () => void;
}

/** 更正 or 撤回: the old time stays on record, struck through. */
const CorrectSheet = ({ rescue, point, onClose }: Props) => {
  const { t } = useTranslation('emergencyCase');
  const word = useNodeWord()(point.node);
  const measured = valueAt(rescue, point.node) !== null;
  const [way, setWay] = useState<'correct' | 'takeBack'>('correct');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { form, set, fault, take } = useTimeForm(() => timeOfPoint(point, serverNow()), measured);
  const keep = useKeeping(rescue);
  const why = reason.trim();
  const send = () => {
    setAsked(true);
    const made = way === 'takeBack' ? takeBack(point, why) : take(point.node);
    if (!made || !why) return;
    keep({ ...made, supersedes: point.id, reason: why });
    onClose();
  };
  return (
    <RecordSheet
      rescue={rescue}
      title={t('correct.title', { node: word })}
      word={t(`correct.send.${way}`, { node: word })}
      grave={way === 'takeBack'}
      onSend={send}
      onClose={onClose}
    >
      <SwitchField
        label={t('correct.way')}
        name="way"
        value={way}
        options={['correct', 'takeBack']}
        word={(one) => t(`correct.${one}`)}
        onChange={setWay}
      />
      {way === 'correct' && (
        <MomentPart
          hospitalId={rescue.emergency?.from.id ?? null}
          node={point.node}
          form={form}
          set={set}
          measured={measured}
          fault={fault}
        />
      )}
      <Reason reason={reason} setReason={setReason} error={asked && !why && t('correct.needed')} />
    </RecordSheet>
  );
};

/** One node: all that was recorded of it, and the way to put it right. */
export const NodeSheet = ({ rescue, node, onClose }: { rescue: Rescue; node: NodeCode; onClose: () => void }) => {
  const { t } = useTranslation(['emergencyCase', 'common']);
  const word = useNodeWord();
  const [correcting, setCorrecting] = useState(false);
  const point = rescue.shown.get(node);
  if (correcting && point) return <CorrectSheet rescue={rescue} point={point} onClose={onClose} />;
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:close')}</Button>
      {point && rescue.mayStamp && (
        <Button look="primary" onClick={() => setCorrecting(true)}>
          {t('correct.open')}
        </Button>
      )}
    </>
  );
  return (
    <Sheet title={word(node)} onClose={onClose} actions={actions}>
      <Trail rescue={rescue} node={node} />
    </Sheet>
  );
};
