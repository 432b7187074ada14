import { auth as actions, type Me } from '../../../contract/auth.ts';
import { client } from '../lib/api.ts';
import { hasChosen, type Language, setLanguage } from '../lib/i18n.ts';
import { changedMe, current } from '../lib/session.ts';

const auth = client(actions, 'auth');

/** The reader's choice: kept on this device at once, and with the account when there is one and the line allows. */
export const chooseLanguage = async (locale: Language): Promise<void> => {
  await setLanguage(locale);
  if (current().status === 'in') await auth.updateMe({ locale }).then(changedMe, () => undefined);
};

/** On a device where nobody has chosen, a person finds the language of their account. */
export const adoptLanguage = (me: Me): void => {
  if (!hasChosen()) void setLanguage(me.locale);
};
