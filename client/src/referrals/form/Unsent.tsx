import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { type Form, formOf, type Name } from './form.ts';

/** What was typed here and never came to the server, so that it can be said in another way. */
export const Unsent = ({ referral, form }: { referral: Referral; form: Form }) => {
  const { t } = useTranslation('referrals');
  const there = formOf(referral);
  const names = (Object.keys(there) as Name[]).filter((name) => typeof form[name] === 'string' && form[name] !== there[name]);
  const items = names.filter((name) => form[name] !== '').map((name) => [t(`new.field.${name}`), form[name]] as const);
  if (items.length === 0) return null;
  return (
    <Card title={t('new.closed.kept')} note={t('new.closed.keptNote')}>
      <Facts items={items} />
    </Card>
  );
};
