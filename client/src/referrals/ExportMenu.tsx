import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReferralFilter } from '../../../contract/referralFilter.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { sayDone, sayFailed } from '../ui/Toast.tsx';
import { saveTable } from './print.ts';

const formats = ['xlsx', 'csv'] as const;

/** The whole list as it is filtered now, loaded or not, as a file. */
export const ExportMenu = ({ filter }: { filter: ReferralFilter }) => {
  const { t } = useTranslation('referrals');
  const text = useRefusalText();
  const { mutate, isPending } = useMutation({
    mutationFn: (format: (typeof formats)[number]) => saveTable(filter, format),
    onSuccess: () => sayDone(t('list.exported')),
    onError: (error) => sayFailed(text(error)),
  });
  const face = (
    <>
      <Download aria-hidden size={18} /> {t(isPending ? 'list.exporting' : 'list.export')}
    </>
  );
  return (
    <Menu label={t('list.export')} face={face}>
      {formats.map((format) => (
        <MenuItem key={format} onChoose={() => mutate(format)}>
          {t('list.exportAs', { format: format.toUpperCase() })}
        </MenuItem>
      ))}
    </Menu>
  );
};
