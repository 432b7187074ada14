import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../Button.tsx';
import { Sheet } from '../Sheet.tsx';

/** A link to elsewhere in the app, pressed without a key that opens another tab. */
const linkOf = (event: MouseEvent): string | null => {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return null;
  const link = (event.target as Element | null)?.closest?.('a[href^="/"]');
  return link?.getAttribute('href') ?? null;
};

/** Asks before a half-written form is left; returns the question to be shown. */
export const useLeaveGuard = (dirty: boolean): ReactNode => {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const [to, setTo] = useState<string | null>(null);
  useEffect(() => {
    if (!dirty) return;
    const closing = (event: BeforeUnloadEvent) => event.preventDefault();
    const pressed = (event: MouseEvent) => {
      const href = linkOf(event);
      if (!href) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(href);
    };
    window.addEventListener('beforeunload', closing);
    document.addEventListener('click', pressed, true);
    return () => {
      window.removeEventListener('beforeunload', closing);
      document.removeEventListener('click', pressed, true);
    };
  }, [dirty]);
  if (!to) return null;
  const actions = (
    <>
      <Button onClick={() => void navigate(to)}>{t('form.leave.go')}</Button>
      <Button look="primary" onClick={() => setTo(null)}>
        {t('form.leave.stay')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('form.leave.title')} onClose={() => setTo(null)} actions={actions}>
      <p>{t('form.leave.text')}</p>
    </Sheet>
  );
};
