import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ExportFormat } from '../../../../contract/referralStats.ts';
import { saveFile } from '../../lib/files.ts';
import { language } from '../../lib/i18n.ts';
import { useRefusalText } from '../../lib/refusalText.ts';
import { Button } from '../../ui/Button.tsx';
import { sayFailed } from '../../ui/Toast.tsx';
import { searchOf } from '../filter.ts';
import type { ListFilter } from './filter.ts';

const nameOf = ({ metric = 'K15', from, to }: ListFilter, format: ExportFormat): string => `${metric}-${from}-${to}.${format}`;

const ExportButton = ({ filter, format }: { filter: ListFilter; format: ExportFormat }) => {
  const { t } = useTranslation('stats');
  const refusalText = useRefusalText();
  const save = useMutation({
    mutationFn: () =>
      saveFile(`/api/stats/referrals/export?${searchOf({ ...filter, format, language: language() })}`, nameOf(filter, format)),
    onError: (error) => sayFailed(`${t('referral.export.failed')}·${refusalText(error)}`),
  });
  return (
    <Button icon={Download} busy={save.isPending} onClick={() => save.mutate()}>
      {t(`referral.export.${format}`)}
    </Button>
  );
};

/** The cases under this filter as a file. */
export const ExportButtons = ({ filter }: { filter: ListFilter }) => (
  <>
    {ExportFormat.options.map((format) => (
      <ExportButton key={format} filter={filter} format={format} />
    ))}
  </>
);
