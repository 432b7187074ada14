import { useTranslation } from 'react-i18next';
import { Field, TextInput } from '../ui/Field.tsx';
import { CodeInput } from './CodeInput.tsx';
import { PasswordInput } from './PasswordInput.tsx';

/** `otp` is null until the server has asked for it. */
export interface Entered {
  account: string;
  password: string;
  otp: string | null;
}

interface Props {
  entered: Entered;
  onEnter: (entered: Entered) => void;
  /** Whether to say what is still missing. */
  checked: boolean;
}

export const LoginFields = ({ entered, onEnter, checked }: Props) => {
  const { t } = useTranslation('auth');
  const { account, password, otp } = entered;
  return (
    <>
      <Field label={t('account')} error={checked && !account.trim() && t('accountMissing')}>
        {(tied) => (
          <TextInput
            {...tied}
            name="account"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={account}
            onChange={(event) => onEnter({ ...entered, account: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('password')} error={checked && !password && t('passwordMissing')}>
        {(tied) => (
          <PasswordInput
            {...tied}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => onEnter({ ...entered, password: event.target.value })}
          />
        )}
      </Field>
      {otp !== null && (
        <Field label={t('code')} hint={t('codeHint')} error={checked && otp.length < 6 && t('codeMissing')}>
          {(tied) => <CodeInput {...tied} value={otp} onCode={(code) => onEnter({ ...entered, otp: code })} autoFocus />}
        </Field>
      )}
    </>
  );
};
