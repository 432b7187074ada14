import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../lib/i18n.ts';
import { chooseLanguage } from '../me/language.ts';

/** Offers the other language, in that language. */
export const LanguageSwitch = ({ className = '' }: { className?: string }) => {
  const { i18n } = useTranslation();
  const other: Language = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" lang={other} className={`top-quiet ${className}`} onClick={() => void chooseLanguage(other)}>
      <Languages aria-hidden size={18} /> {other === 'en' ? 'English' : '中文'}
    </button>
  );
};
