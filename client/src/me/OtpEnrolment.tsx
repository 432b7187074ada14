import { useMutation } from '@tanstack/react-query';
import { QRCode } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth as actions } from '../../../contract/auth.ts';
import { CodeInput } from '../auth/CodeInput.tsx';
import { client } from '../lib/api.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { changedMe } from '../lib/session.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { sayDone } from '../ui/Toast.tsx';

const auth = client(actions, 'auth');

const inFours = (uri: string): string => (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ');

/** The otpauth address as a square to scan and as letters to type, until a first code proves that it arrived. */
export const OtpEnrolment = ({ uri, onCancel }: { uri: string; onCancel: () => void }) => {
  const { t } = useTranslation(['me', 'common']);
  const text = useRefusalText();
  const [otp, setOtp] = useState('');
  const confirm = useMutation({
    mutationFn: auth.confirmOtp,
    onSuccess: (me) => {
      changedMe(me);
      sayDone(t('otp.added'));
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (otp.length === 6) confirm.mutate({ otp });
  };
  return (
    <div className="me-otp">
      {/* black on white in both themes: scanners do not read it the other way round */}
      <QRCode value={uri} size={148} color="#000" bgColor="#fff" type="svg" />
      <form className="me-form" onSubmit={submit}>
        <p className="soft">{t('otp.scan')}</p>
        <p>
          <small className="mute">{t('otp.type')}</small>
          <br />
          <span className="me-secret">{inFours(uri)}</span>
        </p>
        <Field label={t('otp.code')} error={confirm.isError && text(confirm.error)}>
          {(tied) => <CodeInput {...tied} value={otp} onCode={setOtp} />}
        </Field>
        <div className="row">
          <Button type="submit" look="primary" disabled={otp.length < 6} busy={confirm.isPending}>
            {t('otp.confirm')}
          </Button>
          <Button disabled={confirm.isPending} onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </div>
      </form>
    </div>
  );
};
