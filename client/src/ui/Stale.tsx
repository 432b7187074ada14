import { useTranslation } from 'react-i18next';
import { dateTime } from '../lib/format.ts';
import { Button } from './Button.tsx';
import { Note } from './Note.tsx';

interface Fetched {
  data: unknown;
  isError: boolean;
  dataUpdatedAt: number;
  refetch: () => Promise<unknown>;
}

/** What is shown could not be fetched again: it says from when it is. */
export const Stale = ({ query: { data, isError, dataUpdatedAt, refetch } }: { query: Fetched }) => {
  const { t } = useTranslation('common');
  if (!isError || !data) return null;
  return (
    <Note c="missing" live>
      {t('shownFrom', { at: dateTime(dataUpdatedAt) })}{' '}
      <Button look="text" size="small" onClick={() => void refetch()}>
        {t('retry')}
      </Button>
    </Note>
  );
};
