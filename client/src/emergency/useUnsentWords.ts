import { useTranslation } from 'react-i18next';
import { dateTime } from '../lib/format.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Refused } from '../lib/refused.ts';
import type { KeptActivation } from './order.ts';

/** How it stands with a case that the server does not have. */
export const useUnsentWords = () => {
  const { t } = useTranslation('emergency');
  const refusal = useRefusalText();
  return ({ center, at, offsetMs = 0, refused }: KeptActivation) => ({
    title: t('unsent.title', { center: t(`center.${center}`), at: dateTime(Date.parse(at) - offsetMs) }),
    state: refused ? refusal(new Refused({ ...refused, message: '' })) : t('unsent.waits'),
  });
};
