import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../ui/Field.tsx';
import './PasswordInput.css';

/** A password that can be looked at, and that says when Caps Lock is on. */
export const PasswordInput = (props: ComponentProps<'input'>) => {
  const { t } = useTranslation('auth');
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="password">
      <TextInput
        {...props}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        spellCheck={false}
        onKeyDown={(event) => setCaps(event.getModifierState('CapsLock'))}
        onKeyUp={(event) => setCaps(event.getModifierState('CapsLock'))}
        onBlur={() => setCaps(false)}
      />
      <button
        type="button"
        aria-label={t(shown ? 'hidePassword' : 'showPassword')}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        <Icon aria-hidden size={20} />
      </button>
      {caps && <small role="status">{t('capsLock')}</small>}
    </div>
  );
};
