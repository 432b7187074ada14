import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/PageHeader.tsx';

/** Holds the address of a case until its page is built. */
export const Page = () => {
  const { t } = useTranslation('emergency');
  return <PageHeader title={t('board.title')} back="/emergencies" />;
};
