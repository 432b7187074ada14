import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Direction, Lane } from '../../../contract/referralSheet.ts';
import { directory } from '../directory/api.ts';
import { useMe } from '../lib/session.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';
import type { Filtering } from './filter.ts';
import { directionIcons } from './Tags.tsx';

/** Hospitals that the reader's own have or had an agreement with. */
const usePartnerHospitals = () => {
  const own = new Set(useMe().memberships.map(({ hospital }) => hospital.id));
  const { data } = useQuery({ ...directory.hospitals.query(), staleTime: 600_000 });
  return data?.items.filter(({ id }) => !own.has(id)) ?? [];
};

/** A press on the pressed one takes it away again. */
const Directions = ({ address, change }: Filtering) => {
  const { t } = useTranslation('referrals');
  return (
    <fieldset className="rdirections" aria-label={t('list.direction')}>
      {Direction.options.map((one) => {
        const on = one === address.direction;
        return (
          <Button key={one} icon={directionIcons[one]} aria-pressed={on} onClick={() => change('direction', on ? '' : one)}>
            {t(`direction.${one}`)}
          </Button>
        );
      })}
    </fieldset>
  );
};

/** Direction, lane and partner. */
export const Narrow = (filtering: Filtering) => {
  const { t } = useTranslation('referrals');
  const { address, change } = filtering;
  const partners = usePartnerHospitals();
  return (
    <>
      <Directions {...filtering} />
      <Select aria-label={t('list.lane')} value={address.lane ?? ''} onChange={(event) => change('lane', event.target.value)}>
        <option value="">{t('list.anyLane')}</option>
        {Lane.options.map((one) => (
          <option key={one} value={one}>
            {t(`lane.${one}`)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('list.partner')}
        value={address.hospitalId ?? ''}
        onChange={(event) => change('hospital', event.target.value)}
      >
        <option value="">{t('list.anyPartner')}</option>
        {partners.map(({ id, shortName }) => (
          <option key={id} value={id}>
            {shortName}
          </option>
        ))}
      </Select>
    </>
  );
};
