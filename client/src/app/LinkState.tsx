import { useTranslation } from 'react-i18next';
import { linkBars, useLink } from '../lib/link.ts';
import { useConnected } from '../lib/socket.ts';
import { Bars } from '../ui/Bars.tsx';

/** The line to the server, and whether it can ring here. */
export const LinkState = () => {
  const { t } = useTranslation('common');
  const link = useLink();
  const connected = useConnected();
  const n = linkBars(link);
  const word = t(n > 0 && !connected ? 'link.noRing' : `link.${n}`);
  const rtt = link.rttMs === null ? '' : t('link.rtt', { ms: link.rttMs });
  return (
    <span className="link-state" title={rtt}>
      <Bars n={n} label={`${t('link.label')} ${word}`} />
      <span className="top-wide" aria-hidden>
        {word} {rtt && <span className="mute num">{rtt}</span>}
      </span>
    </span>
  );
};
