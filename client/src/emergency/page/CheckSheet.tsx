import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../../contract/emergencyRules.ts';
import { useMe } from '../../lib/session.ts';
import { Choice, Field, FieldError, TextInput } from '../../ui/Field.tsx';
import { SwitchField } from '../../ui/form/bind.tsx';
import { Note } from '../../ui/Note.tsx';
import { emergency } from '../api.ts';
import { RecordSheet } from './RecordSheet.tsx';
import type { Rescue } from './rescue.ts';
import { useVerb } from './useVerb.ts';

const VERDICTS = ['eligible', 'deferred'] as const;

interface Props {
  rescue: Rescue;
  list: Checklist;
  onClose: () => void;
}

/** 溶栓前核对, by a named doctor: every item, or the reason why lysis waits. */
export const CheckSheet = ({ rescue, list, onClose }: Props) => {
  const { t } = useTranslation('emergencyCase');
  const me = useMe();
  const [checked, setChecked] = useState<readonly string[]>([]);
  const [verdict, setVerdict] = useState<(typeof VERDICTS)[number]>('eligible');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const verb = useVerb(rescue.id);
  const open = list.items.filter((item) => !checked.includes(item));
  const why = reason.trim();
  const lacks = verdict === 'eligible' ? open.length > 0 : !why;
  const toggle = (item: string) => setChecked((now) => (now.includes(item) ? now.filter((one) => one !== item) : [...now, item]));
  const send = () => {
    setAsked(true);
    if (lacks) return;
    const input = {
      id: rescue.id,
      kind: list.kind,
      checked: [...checked],
      verdict,
      ...(verdict === 'deferred' && { reason: why }),
    };
    verb.run({ work: () => emergency.check(input), done: t(`check.done.${verdict}`), after: onClose });
  };
  return (
    <RecordSheet
      rescue={rescue}
      title={t('check.open')}
      word={t(`check.send.${verdict}`)}
      verb={verb}
      onSend={send}
      onClose={onClose}
    >
      <Note c="hai">{t('check.by', { name: me.name })}</Note>
      <fieldset aria-label={t('check.items')}>
        {list.items.map((item) => (
          <Choice key={item} type="checkbox" checked={checked.includes(item)} onChange={() => toggle(item)}>
            {t(`check.item.${item}`)}
          </Choice>
        ))}
        {asked && verdict === 'eligible' && open.length > 0 && <FieldError>{t('check.left', { n: open.length })}</FieldError>}
      </fieldset>
      <SwitchField
        label={t('check.verdict')}
        name="verdict"
        value={verdict}
        options={VERDICTS}
        word={(one) => t(`check.${one}`)}
        onChange={setVerdict}
      />
      {verdict === 'deferred' && (
        <Field label={t('check.reason')} required error={asked && !why && t('correct.needed')}>
          {(tied) => <TextInput {...tied} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
      )}
      <p className="mute small">{t('check.note')}</p>
    </RecordSheet>
  );
};
