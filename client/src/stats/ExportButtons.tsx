import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ExportFormat } from '../../../contract/referralStats.ts';
import { saveFile } from '../lib/files.ts';
import { language } from '../lib/i18n.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { sayFailed } from '../ui/Toast.tsx';
import { searchOf } from './filter.ts';

interface Props {
  /** Begins with `/api`. */
  path: string;
  filter: object;
  /** Of the file, without its end. */
  name: string;
}

const ExportButton = ({ path, filter, name, format }: Props & { format: ExportFormat }) => {
  const { t } = useTranslation('stats');
  const refusalText = useRefusalText();
  const save = useMutation({
    mutationFn: () => saveFile(`${path}?${searchOf({ ...filter, format, language: language() })}`, `${name}.${format}`),
    onError: (error) => sayFailed(`${t('referral.export.failed')}·${refusalText(error)}`),
  });
  return (
    <Button icon={Download} busy={save.isPending} onClick={() => save.mutate()}>
      {t(`referral.export.${format}`)}
    </Button>
  );
};

/** The cases under this filter as a file, in each form. */
export const ExportButtons = (props: Props) => (
  <>
    {ExportFormat.options.map((format) => (
      <ExportButton key={format} format={format} {...props} />
    ))}
  </>
);
