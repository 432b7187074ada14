import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import './More.css';

interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** The next page of a list, while there is one. */
export const More = ({ query }: { query: Pages }) => {
  const { t } = useTranslation('common');
  if (!query.hasNextPage) return null;
  return (
    <p className="more">
      <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('loadMore')}
      </Button>
    </p>
  );
};
