import i18n, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh-CN' | 'en';
const KEPT = 'shanhai.language';

/** One file per feature and language; a page's `useTranslation('consults')` fetches its own and no other. */
const files = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json');

const catalogues: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) return done(new Error(`no catalogue ${language}/${namespace}`), false);
    load().then(
      (file) => done(null, file.default as Parameters<typeof done>[1]),
      (error: Error) => done(error, true),
    );
  },
};

/** Chinese unless this device has chosen otherwise, whatever language its browser was installed in. */
const firstLanguage = (): Language => {
  const kept = localStorage.getItem(KEPT);
  return kept === 'en' ? 'en' : 'zh-CN';
};

const tell = (language: string) => {
  document.documentElement.lang = language;
  document.title = i18n.t('product', { ns: 'common' });
};

/** Ready once the words that every page needs are there, so that no key is ever shown. */
export const startI18n = async (): Promise<void> => {
  i18n.on('languageChanged', tell);
  await i18n
    .use(catalogues)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      fallbackLng: 'zh-CN',
      supportedLngs: ['zh-CN', 'en'],
      load: 'currentOnly',
      ns: ['common', 'errors'],
      defaultNS: 'common',
      // React escapes already.
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  tell(i18n.language);
};

/** Whether somebody has picked a language on this device. */
export const hasChosen = (): boolean => localStorage.getItem(KEPT) !== null;

export const language = (): Language => (i18n.language === 'en' ? 'en' : 'zh-CN');

/** Remembered on this device. */
export const setLanguage = async (next: Language): Promise<void> => {
  localStorage.setItem(KEPT, next);
  await i18n.changeLanguage(next);
};
