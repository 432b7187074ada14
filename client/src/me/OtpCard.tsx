import { useMutation } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth as actions, type Me } from '../../../contract/auth.ts';
import { PasswordInput } from '../auth/PasswordInput.tsx';
import { client } from '../lib/api.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { changedMe } from '../lib/session.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Field, FieldError } from '../ui/Field.tsx';
import { Tag } from '../ui/Tag.tsx';
import { sayDone } from '../ui/Toast.tsx';
import { OtpEnrolment } from './OtpEnrolment.tsx';

const auth = client(actions, 'auth');

const Enrol = () => {
  const { t } = useTranslation('me');
  const text = useRefusalText();
  const begin = useMutation({ mutationFn: () => auth.beginOtp() });
  if (begin.data) return <OtpEnrolment uri={begin.data.uri} onCancel={begin.reset} />;
  return (
    <div className="me-form">
      <p className="soft">{t('otp.why')}</p>
      <Button icon={ShieldCheck} busy={begin.isPending} onClick={() => begin.mutate()}>
        {t('otp.begin')}
      </Button>
      {begin.isError && <FieldError>{text(begin.error)}</FieldError>}
    </div>
  );
};

const Remove = () => {
  const { t } = useTranslation('me');
  const text = useRefusalText();
  const [password, setPassword] = useState('');
  const remove = useMutation({
    mutationFn: auth.removeOtp,
    onSuccess: (me) => {
      changedMe(me);
      sayDone(t('otp.removed'));
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (password) remove.mutate({ password });
  };
  return (
    <form className="me-form" onSubmit={submit}>
      <Field label={t('otp.removePassword')} error={remove.isError && text(remove.error)}>
        {(tied) => (
          <PasswordInput
            {...tied}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={remove.isPending}>
        {t('otp.remove')}
      </Button>
    </form>
  );
};

/** One-time codes at sign-in. */
export const OtpCard = ({ me }: { me: Me }) => {
  const { t } = useTranslation('me');
  const state = me.otpEnrolled ? (
    <Tag c="met" icon={ShieldCheck}>
      {t('otp.on')}
    </Tag>
  ) : (
    <Tag c="missing" look="dash">
      {t('otp.off')}
    </Tag>
  );
  return (
    <Card title={t('otp.title')} aside={state}>
      {me.otpEnrolled ? <Remove /> : <Enrol />}
    </Card>
  );
};
