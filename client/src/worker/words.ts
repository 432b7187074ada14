import i18n from 'i18next';

/** What a notification says, left where the worker finds it: it has no catalogues. */
export interface Words {
  lang: string;
  ring: string;
  /** What rings and what to do about it, by the kind of case. */
  kinds: Record<string, string>;
  over: string;
  test: string;
}

const keep = async (): Promise<void> => {
  await i18n.loadNamespaces('push');
  const t = i18n.getFixedT(null, 'push');
  const kinds = { emergency: t('say.emergency'), consult: t('say.consult'), referral: t('say.referral') };
  const words: Words = {
    lang: i18n.language,
    ring: t('say.ring'),
    kinds,
    over: t('say.over'),
    test: t('say.test'),
  };
  await (await caches.open('shanhai.words')).put('/push-words', Response.json(words));
};

/** In the language of this page, and of whatever is chosen on it later. */
export const leaveWords = (): void => {
  const leave = () => void keep().catch(() => undefined);
  i18n.on('languageChanged', leave);
  leave();
};
