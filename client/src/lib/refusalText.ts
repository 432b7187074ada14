import { useTranslation } from 'react-i18next';
import { Refused } from './refused.ts';

/** `accept.notNow` is looked for under its own name, then as any `notNow`, then as any conflict. */
export const refusalKeys = ({ code, reason }: Pick<Refused, 'code' | 'reason'>): string[] => [
  `${code}.${reason}`,
  `${code}.${reason.slice(reason.lastIndexOf('.') + 1)}`,
  `${code}.other`,
];

/** What a refusal says to a person, from `errors.json`. Any other error is a fault of this page. */
export const useRefusalText = (): ((error: unknown) => string) => {
  const { t } = useTranslation('errors');
  return (error) => (error instanceof Refused ? t(refusalKeys(error)) : t('page'));
};
