import { ConfigProvider, type ConfigProviderProps } from 'antd';
import enModule from 'antd/es/locale/en_US.js';
import zhModule from 'antd/es/locale/zh_CN.js';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { dark, light } from './antTheme.ts';
import { useAppearance } from './appearance.ts';

type Locale = NonNullable<ConfigProviderProps['locale']>;
// The files are ES modules; the package does not say so, and the compiler takes their default for the whole module.
const [zh, en] = [zhModule, enModule] as unknown as [Locale, Locale];

/** Ant Design in the house's colours and language, for the pages that use it. */
export const Desk = () => {
  const { i18n } = useTranslation();
  const appearance = useAppearance();
  return (
    <ConfigProvider
      theme={appearance.dark ? dark : light}
      locale={i18n.language === 'en' ? en : zh}
      button={{ autoInsertSpace: false }}
    >
      <Outlet />
    </ConfigProvider>
  );
};
