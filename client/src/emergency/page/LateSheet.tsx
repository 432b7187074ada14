import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { serverNow } from '../../lib/clock.ts';
import { Field, Select } from '../../ui/Field.tsx';
import { MomentPart } from './MomentPart.tsx';
import type { Made } from './made.ts';
import { orderOf, valueAt } from './nodes.ts';
import { RecordSheet } from './RecordSheet.tsx';
import type { Rescue } from './rescue.ts';
import { blankTime, useTimeForm } from './timeForm.ts';
import { useKeeping } from './useStamping.ts';
import { useNodeWord } from './words.ts';

interface Props {
  rescue: Rescue;
  /** Null: the reader chooses. */
  node: NodeCode | null;
  onRecord: (made: Made) => void;
  onClose: () => void;
}

/** 补记: what was not pressed when it happened. It is marked as late, and taken until its month is locked (domain §0.15). */
export const LateSheet = ({ rescue, node: given, onRecord, onClose }: Props) => {
  const { t } = useTranslation(['emergencyCase', 'common']);
  const word = useNodeWord();
  const open = orderOf(rescue).filter((code) => !rescue.shown.has(code));
  const [node, setNode] = useState<NodeCode | ''>(given ?? '');
  const [asked, setAsked] = useState(false);
  const measured = node !== '' && valueAt(rescue, node) !== null;
  const { form, set, fault, take } = useTimeForm(() => blankTime(serverNow()), measured);
  const keep = useKeeping(rescue);
  const send = () => {
    setAsked(true);
    const made = node && take(node);
    if (!made) return;
    // While the button is there, the way back stands at it.
    if (rescue.status === 'active') return onRecord(made);
    keep(made);
    onClose();
  };
  return (
    <RecordSheet
      rescue={rescue}
      title={t('late.title')}
      word={node ? t('dock.record', { node: word(node) }) : t('late.send')}
      onSend={send}
      onClose={onClose}
    >
      <Field label={t('late.node')} required error={asked && !node && t('common:form.choose')}>
        {(tied) => (
          <Select {...tied} value={node} onChange={(event) => setNode(event.target.value as NodeCode)}>
            <option value="">{t('common:form.choose')}</option>
            {open.map((code) => (
              <option key={code} value={code}>
                {word(code)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <MomentPart
        hospitalId={rescue.emergency?.from.id ?? null}
        node={node || 'DOOR'}
        form={form}
        set={set}
        measured={measured}
        fault={fault}
      />
    </RecordSheet>
  );
};
