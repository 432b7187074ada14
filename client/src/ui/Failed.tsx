import { Lock, RefreshCw, TriangleAlert, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../lib/refusalText.ts';
import { isClosed, isUnsettled, Refused } from '../lib/refused.ts';
import { Button, ButtonLink } from './Button.tsx';
import { State } from './State.tsx';

const Closed = ({ page, title }: { page: boolean; title: ReactNode }) => {
  const { t } = useTranslation('common');
  return (
    <State
      page={page}
      c="missing"
      icon={Lock}
      title={title ?? t('closed.title')}
      actions={<ButtonLink to="/">{t('goHome')}</ButtonLink>}
    >
      {t('closed.text')}
    </State>
  );
};

interface Props {
  error: unknown;
  /** What did not come. */
  title?: ReactNode;
  retry?: () => void;
  /** What cannot be opened, where it is not there or not the reader's. */
  closed?: ReactNode;
  /** The whole page depended on it. */
  page?: boolean;
}

/** Whatever kept a page from its data. Not there and not yours share one text. */
export const Failed = ({ error, title, retry, closed, page = false }: Props) => {
  const { t } = useTranslation('common');
  const text = useRefusalText();
  if (isClosed(error)) return <Closed page={page} title={closed} />;
  const requestId = error instanceof Refused ? error.requestId : null;
  return (
    <State
      page={page}
      c="unmet"
      icon={isUnsettled(error) ? WifiOff : TriangleAlert}
      title={title ?? t('failed.title')}
      actions={
        retry && (
          <Button icon={RefreshCw} onClick={retry}>
            {t('retry')}
          </Button>
        )
      }
      small={requestId && t('failed.requestId', { id: requestId })}
    >
      {text(error)}
    </State>
  );
};
