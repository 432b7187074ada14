import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { FIELDS, SHEET_NAMES } from './fields.ts';
import { type Form, formOf, type Name } from './form.ts';

const GOAL: readonly Name[] = ['outHospital', 'outDepartment', 'outPhone', 'outCity'];
/** What is written in words or figures; what was only picked is soon picked again. */
const WRITTEN: readonly Name[] = [...SHEET_NAMES.filter((name) => ['text', 'number'].includes(String(FIELDS[name][1]))), ...GOAL];

/** What was typed here and never came to the server, so that it can be said in another way. */
export const Unsent = ({ referral, form }: { referral: Referral; form: Form }) => {
  const { t } = useTranslation('referrals');
  const there = formOf(referral);
  const names = WRITTEN.filter((name) => form[name] && form[name] !== there[name]);
  if (names.length === 0) return null;
  return (
    <Card title={t('new.closed.kept')} note={t('new.closed.keptNote')}>
      <Facts items={names.map((name) => [t(`new.field.${name}`), form[name]] as const)} />
    </Card>
  );
};
