import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../lib/clock.ts';
import { duration } from '../lib/format.ts';
import { useLink } from '../lib/link.ts';
import { useSession } from '../lib/session.ts';
import './OfflineBanner.css';

/** Over every page while nothing answers: since when, and what is safe. Shown only once it has lasted a few seconds. */
export const OfflineBanner = () => {
  const { t } = useTranslation('common');
  const { downSince } = useLink();
  useNow(downSince !== null);
  const session = useSession();
  // Opened without a link: there is no content yet, and the reader wonders at once.
  const remembered = session.status === 'in' && session.token === null;
  const lasted = downSince === null ? 0 : Date.now() - downSince;
  return (
    <div role="status">
      {(lasted > 3_000 || (remembered && downSince !== null)) && (
        <p className="offline" data-c="urgent">
          <WifiOff aria-hidden size={18} />
          <span>
            <b>{lasted < 60_000 ? t('offline.now') : t('offline.since', { time: duration(lasted) })}</b>
            {t(remembered ? 'offline.kept' : 'offline.safe')}
          </span>
        </p>
      )}
    </div>
  );
};
