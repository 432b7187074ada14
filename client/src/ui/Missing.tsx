import { useTranslation } from 'react-i18next';
import { Tag } from './Tag.tsx';

/** 缺: what nobody has recorded. Dashed, so that it is never read as zero or as met. */
export const Missing = () => {
  const { t } = useTranslation('common');
  return (
    <Tag c="missing" look="dash">
      {t('missing')}
    </Tag>
  );
};
