import { useMutation } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth as actions } from '../../../contract/auth.ts';
import { client } from '../lib/api.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Refused } from '../lib/refused.ts';
import { signedIn } from '../lib/session.ts';
import { Button } from '../ui/Button.tsx';
import { Field, TextInput } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { CodeInput } from './CodeInput.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { PasswordInput } from './PasswordInput.tsx';

const auth = client(actions, 'auth');

/** The server asks for a one-time code by refusing with a reason of this family. */
const asksForCode = (error: unknown): boolean => error instanceof Refused && error.reason.startsWith('otp');

interface Entered {
  account: string;
  password: string;
  otp?: string;
}

const useLogin = () =>
  useMutation({
    mutationFn: (entered: Entered) => auth.login({ ...entered, keep: 'cookie' }),
    onSuccess: ({ user, accessToken }) => signedIn(user, accessToken),
  });

export const LoginForm = () => {
  const { t } = useTranslation('auth');
  const text = useRefusalText();
  const login = useLogin();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [otp, setOtp] = useState('');
  const [withCode, setWithCode] = useState(false);
  const [blank, setBlank] = useState(false);

  const send = (entered: Entered) => login.mutate(entered, { onError: (error) => asksForCode(error) && setWithCode(true) });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const missing = !account.trim() || !password || (withCode && otp.length < 6);
    setBlank(missing);
    if (!missing) send({ account, password, ...(withCode && { otp }) });
  };
  const choose = (entered: Entered) => {
    setAccount(entered.account);
    setPassword(entered.password);
    setWithCode(false);
    send(entered);
  };
  // The first time the code is asked for is no mistake of the reader's.
  const refused = login.isError && !(asksForCode(login.error) && !login.variables.otp);
  return (
    <form onSubmit={submit} noValidate className="login-form">
      <h1>{t('title')}</h1>
      {refused && (
        <Note c="stat" icon={CircleAlert} live>
          {text(login.error)}
        </Note>
      )}
      <Field label={t('account')} error={blank && !account.trim() && t('accountMissing')}>
        {(tied) => (
          <TextInput
            {...tied}
            name="account"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('password')} error={blank && !password && t('passwordMissing')}>
        {(tied) => (
          <PasswordInput
            {...tied}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {withCode && (
        <Field label={t('code')} hint={t('codeHint')} error={blank && otp.length < 6 && t('codeMissing')}>
          {(tied) => <CodeInput {...tied} value={otp} onCode={setOtp} autoFocus />}
        </Field>
      )}
      <Button type="submit" look="primary" size="large" block busy={login.isPending}>
        {t(login.isPending ? 'signingIn' : 'signIn')}
      </Button>
      <DemoAccounts onChoose={choose} busy={login.isPending} />
    </form>
  );
};
