import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth as actions } from '../../../contract/auth.ts';
import { PasswordInput } from '../auth/PasswordInput.tsx';
import { client } from '../lib/api.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Field, FieldError } from '../ui/Field.tsx';
import { sayDone } from '../ui/Toast.tsx';

const auth = client(actions, 'auth');
const SHORTEST = actions.changePassword.input.shape.next.minLength ?? 0;
const blank = { current: '', next: '', again: '' };

export const PasswordCard = () => {
  const { t } = useTranslation('me');
  const text = useRefusalText();
  const [typed, setTyped] = useState(blank);
  const [checked, setChecked] = useState(false);
  const change = useMutation({
    mutationFn: auth.changePassword,
    onSuccess: () => {
      setTyped(blank);
      setChecked(false);
      sayDone(t('password.changed'));
    },
  });
  const errors = {
    current: !typed.current && t('password.currentMissing'),
    next: typed.next.length < SHORTEST && t('password.short', { n: SHORTEST }),
    again: typed.again !== typed.next && t('password.differ'),
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = Object.values(errors).some(Boolean);
    setChecked(wrong);
    if (!wrong) change.mutate({ current: typed.current, next: typed.next });
  };
  const field = (name: keyof typeof blank) => (
    <Field
      label={t(`password.${name}`)}
      hint={name === 'next' && t('password.hint', { n: SHORTEST })}
      error={checked && errors[name]}
    >
      {(tied) => (
        <PasswordInput
          {...tied}
          autoComplete={name === 'current' ? 'current-password' : 'new-password'}
          value={typed[name]}
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Card title={t('password.title')}>
      <form className="me-form" onSubmit={submit} noValidate>
        {field('current')}
        {field('next')}
        {field('again')}
        {change.isError && <FieldError>{text(change.error)}</FieldError>}
        <Button type="submit" busy={change.isPending}>
          {t('password.change')}
        </Button>
      </form>
    </Card>
  );
};
