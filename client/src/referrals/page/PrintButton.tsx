import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../lib/refusalText.ts';
import { Button } from '../../ui/Button.tsx';
import { sayFailed } from '../../ui/Toast.tsx';
import { openSheet } from '../print.ts';

/** The paper that goes along in the car: a page of it, in a tab of its own. */
export const PrintButton = ({ id }: { id: string }) => {
  const { t } = useTranslation('referralFiles');
  const text = useRefusalText();
  const { mutate, isPending } = useMutation({
    mutationFn: () => openSheet(id),
    onError: (error) => sayFailed(text(error)),
  });
  return (
    <Button size="small" icon={Printer} busy={isPending} onClick={() => mutate()}>
      {t('print')}
    </Button>
  );
};
