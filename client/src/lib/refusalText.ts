import { useTranslation } from 'react-i18next';
import { Refused } from './refused.ts';

/** What a refusal says to a person: `errors.json` by `code.reason`, else by `code.other`. Any other error is a fault of this page. */
export const useRefusalText = (): ((error: unknown) => string) => {
  const { t } = useTranslation('errors');
  return (error) => (error instanceof Refused ? t([`${error.code}.${error.reason}`, `${error.code}.other`]) : t('page'));
};
