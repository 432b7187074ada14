import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openFile } from '../../lib/files.ts';
import { useRefusalText } from '../../lib/refusalText.ts';
import { Button } from '../../ui/Button.tsx';
import { sayFailed } from '../../ui/Toast.tsx';

/** 院前急救交接单, in a tab of its own. */
export const HandoverButton = ({ id }: { id: string }) => {
  const { t } = useTranslation('emergency');
  const text = useRefusalText();
  const { mutate, isPending } = useMutation({
    mutationFn: () => openFile(`/api/emergencies/${id}/handover.pdf`, 'handover.pdf'),
    onError: (error) => sayFailed(text(error)),
  });
  return (
    <Button icon={Printer} busy={isPending} onClick={() => mutate()}>
      {t('road.handover')}
    </Button>
  );
};
