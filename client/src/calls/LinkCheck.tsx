import { CircleCheck, LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { linkBars, useLink } from '../lib/link.ts';
import { Bars } from '../ui/Bars.tsx';
import { useCall } from './useCall.ts';

/** What the line to the server can carry, in words, and whether the media path is open already. */
export const LinkCheck = () => {
  const { t } = useTranslation(['calls', 'common']);
  const link = useLink();
  const { phase } = useCall().state;
  const n = linkBars(link);
  const warm = phase === 'waiting';
  return (
    <ul className="link-check">
      <li>
        <Bars n={n} label={t('common:link.label')} />
        <span>
          {t(`check.link.${n}`)}
          {link.rttMs !== null && <small className="mute num"> {t('common:link.rtt', { ms: link.rttMs })}</small>}
        </span>
      </li>
      <li data-c={warm ? 'met' : 'routine'}>
        {warm ? <CircleCheck aria-hidden size={18} /> : <LoaderCircle aria-hidden size={18} className="turning" />}
        <span>{t(warm ? 'check.warm' : 'check.warming')}</span>
      </li>
    </ul>
  );
};
