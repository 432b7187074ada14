import { ClockAlert, ClockCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../contract/auth.ts';
import { hospitalsOf } from '../directory/HospitalSelect.tsx';
import { useMe } from '../lib/session.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { useInstruments } from './useInstruments.ts';

type Hospital = Me['memberships'][number]['hospital'];

const Due = ({ hospital }: { hospital: Hospital }) => {
  const { t } = useTranslation('instruments');
  const due = useInstruments(hospital.id).data?.items.filter(({ dueToday }) => dueToday).length ?? 0;
  return (
    <ButtonLink to="/instruments" icon={due > 0 ? ClockAlert : ClockCheck}>
      {due > 0 ? t('dueCount', { count: due }) : t('title')}
    </ButtonLink>
  );
};

/** The way to the register from where time nodes are looked at; says how many clocks nobody has compared today. */
export const DueLink = () => {
  const [county] = hospitalsOf(useMe().memberships).filter(({ kind }) => kind === 'county');
  return county ? <Due hospital={county} /> : null;
};
