import { useMutation } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth as actions } from '../../../contract/auth.ts';
import { client } from '../lib/api.ts';
import { stay } from '../lib/refresh.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Refused } from '../lib/refused.ts';
import { signedIn, useSession } from '../lib/session.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { type Entered, LoginFields } from './LoginFields.tsx';

const auth = client(actions, 'auth');

/** The server asks for a one-time code by refusing with a reason of this family. */
const asksForCode = (error: unknown): boolean => error instanceof Refused && error.reason.startsWith('otp');

const blankOf = ({ account, password, otp }: Entered): boolean =>
  !account.trim() || !password || (otp !== null && otp.length < 6);

const useLogin = () =>
  useMutation({
    mutationFn: ({ account, password, otp }: Entered) => auth.login({ account, password, ...(otp && { otp }), keep: 'cookie' }),
    onSuccess: ({ user, accessToken }) => {
      stay();
      signedIn(user, accessToken);
    },
  });

/** Why the last session ended, or why this attempt was refused. The first time a code is asked for is no mistake of the reader's. */
const useSaid = (login: ReturnType<typeof useLogin>): { c: 'urgent' | 'stat'; error: unknown } | null => {
  const session = useSession();
  if (login.isError) return asksForCode(login.error) && !login.variables.otp ? null : { c: 'stat', error: login.error };
  return session.status === 'out' && session.ended && login.isIdle ? { c: 'urgent', error: session.ended } : null;
};

export const LoginForm = () => {
  const { t } = useTranslation('auth');
  const text = useRefusalText();
  const login = useLogin();
  const said = useSaid(login);
  const [entered, setEntered] = useState<Entered>({ account: '', password: '', otp: null });
  const [checked, setChecked] = useState(false);

  const askForCode = (error: unknown) => {
    if (asksForCode(error)) setEntered((before) => ({ ...before, otp: before.otp ?? '' }));
  };
  const send = (next: Entered) => login.mutate(next, { onError: askForCode });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(blankOf(entered));
    if (!blankOf(entered)) send(entered);
  };
  const choose = (account: string, password: string) => {
    const next = { account, password, otp: null };
    setEntered(next);
    send(next);
  };
  return (
    <form onSubmit={submit} noValidate className="login-form">
      <h1>{t('title')}</h1>
      {said && (
        <Note c={said.c} icon={CircleAlert} live>
          {text(said.error)}
        </Note>
      )}
      <LoginFields entered={entered} onEnter={setEntered} checked={checked} />
      <Button type="submit" look="primary" size="large" block busy={login.isPending}>
        {t(login.isPending ? 'signingIn' : 'signIn')}
      </Button>
      <DemoAccounts onChoose={choose} busy={login.isPending} />
    </form>
  );
};
