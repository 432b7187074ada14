import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { tasks } from '../api.ts';
import { useVerb } from '../useVerb.ts';

interface Props {
  name: 'decline' | 'withdraw';
  id: string;
  onBack: () => void;
  onClose: () => void;
}

/** An end that the other side will want to understand: it asks why. */
export const ReasonSheet = ({ name, id, onBack, onClose }: Props) => {
  const { t } = useTranslation(['tasks', 'common']);
  const verb = useVerb();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const said = reason.trim();
  const send = () => {
    setAsked(true);
    if (said) verb.run({ work: () => tasks[name]({ id, reason: said }), done: t(`past.${name}`), after: onClose });
  };
  const actions = (
    <>
      <Button onClick={onBack}>{t('common:back')}</Button>
      <Button look="primary" busy={verb.busy} onClick={send}>
        {t(`${name}.confirm`)}
      </Button>
    </>
  );
  return (
    <Sheet title={t(`${name}.title`)} onClose={onClose} actions={actions}>
      <div className="stack">
        <Field label={t('reason')} required hint={t(`${name}.hint`)} error={asked && !said && t('needed')}>
          {(tied) => <TextArea {...tied} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <Problem>{verb.problem}</Problem>
      </div>
    </Sheet>
  );
};
