import { useTranslation } from 'react-i18next';
import { type Appearance, setAppearance, useAppearance } from '../app/appearance.ts';
import type { Language } from '../lib/i18n.ts';
import { Card } from '../ui/Card.tsx';
import { Choice } from '../ui/Field.tsx';
import { chooseLanguage } from './language.ts';

const languages: readonly (readonly [Language, string])[] = [
  ['zh-CN', '中文'],
  ['en', 'English'],
];
const appearances: readonly Appearance[] = ['system', 'light', 'dark'];

export const PreferencesCard = () => {
  const { t, i18n } = useTranslation(['me', 'common']);
  const { chosen } = useAppearance();
  return (
    <Card title={t('preferences')}>
      <fieldset>
        <legend className="soft">{t('language')}</legend>
        <div className="me-choices">
          {languages.map(([language, name]) => (
            <Choice
              key={language}
              type="radio"
              name="language"
              lang={language}
              checked={i18n.language === language}
              onChange={() => void chooseLanguage(language)}
            >
              {name}
            </Choice>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="soft">{t('common:appearance.label')}</legend>
        <div className="me-choices">
          {appearances.map((appearance) => (
            <Choice
              key={appearance}
              type="radio"
              name="appearance"
              checked={chosen === appearance}
              onChange={() => setAppearance(appearance)}
            >
              {t(`common:appearance.${appearance}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
    </Card>
  );
};
