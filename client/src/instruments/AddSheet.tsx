import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InstrumentKind } from '../../../contract/instruments.ts';
import { Button } from '../ui/Button.tsx';
import { Field, TextInput } from '../ui/Field.tsx';
import { SwitchField } from '../ui/form/bind.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import type { Register } from './useInstruments.ts';

/** 登记: what it is and what people here call it. */
export const AddSheet = ({ register, onClose }: { register: Register; onClose: () => void }) => {
  const { t } = useTranslation(['instruments', 'common']);
  const [kind, setKind] = useState<InstrumentKind>('ecg');
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const send = () => {
    setAsked(true);
    if (name.trim()) void register.add({ kind, name: name.trim() }).then(onClose, () => undefined);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" busy={register.busy} onClick={send}>
        {t('add.send')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('add.title')} onClose={onClose} actions={actions}>
      <div className="stack">
        <SwitchField
          label={t('add.kind')}
          name="kind"
          value={kind}
          options={InstrumentKind.options}
          word={(one) => t(`kind.${one}`)}
          onChange={setKind}
        />
        <Field label={t('add.name')} hint={t('add.nameHint')} required error={asked && !name.trim() && t('add.needed')}>
          {(tied) => <TextInput {...tied} maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
      </div>
    </Sheet>
  );
};
