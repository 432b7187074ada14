import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SHEETS_MOST } from '../../../contract/referralFiles.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { sayFailed } from '../ui/Toast.tsx';
import { openSheets } from './print.ts';

/** Stands over the list while something is picked, and names what it would do. */
export const BulkBar = ({ ids, onClear }: { ids: readonly string[]; onClear: () => void }) => {
  const { t } = useTranslation('referrals');
  const text = useRefusalText();
  const { mutate, isPending } = useMutation({
    mutationFn: () => openSheets(ids),
    onError: (error) => sayFailed(text(error)),
  });
  if (ids.length === 0) return null;
  const tooMany = ids.length > SHEETS_MOST;
  return (
    <div className="rbulk" role="toolbar" aria-label={t('list.picked', { n: ids.length })}>
      <b>{t('list.picked', { n: ids.length })}</b>
      <Button icon={Printer} busy={isPending} disabled={tooMany} onClick={() => mutate()}>
        {t('list.print', { n: ids.length })}
      </Button>
      {tooMany && <span className="soft">{t('list.printMost', { n: SHEETS_MOST })}</span>}
      <Button look="text" onClick={onClear}>
        {t('list.clear')}
      </Button>
    </div>
  );
};
