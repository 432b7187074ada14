import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { BedView, WardView } from '../../../../contract/beds.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { beds as bedsApi } from '../../beds/api.ts';
import { dateTime } from '../../lib/format.ts';
import { useEvent } from '../../lib/socket.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { type Chip, chipsOf, OPEN_CHIPS } from './chips.ts';
import './BedPick.css';

type Ward = z.infer<typeof WardView>;

interface Picking {
  referral: Referral;
  bedId: string | null;
  onPick: (bed: BedView | null) => void;
}

const Bed = ({ bed, chip, picking: { bedId, onPick } }: { bed: BedView; chip: Chip; picking: Picking }) => {
  const { t } = useTranslation('referrals');
  const at = chip === 'held' ? bed.heldUntil : bed.freeAt;
  return (
    <label className={bedId === bed.id ? 'bed bed-on' : 'bed'}>
      <input
        type="radio"
        name="bed"
        checked={bedId === bed.id}
        disabled={!OPEN_CHIPS.includes(chip)}
        onChange={() => onPick(bed)}
      />
      <b>{bed.label}</b>
      <small>{t(`page.bed.chip.${chip}`, { at: at ? dateTime(at) : '' })}</small>
    </label>
  );
};

const WardBeds = ({ ward, picking }: { ward: Ward; picking: Picking }) => {
  const { t } = useTranslation('referrals');
  const { shown, taken } = chipsOf(ward.beds, picking.referral.id);
  return (
    <>
      <div className="beds">
        {shown.map(({ bed, chip }) => (
          <Bed key={bed.id} bed={bed} chip={chip} picking={picking} />
        ))}
      </div>
      <small className="mute">
        {taken > 0 && t('page.bed.taken', { n: taken })}{' '}
        {ward.updatedAt ? t('page.bed.updated', { at: dateTime(ward.updatedAt) }) : t('page.bed.never')}
      </small>
    </>
  );
};

const Wards = ({ wards, picking }: { wards: readonly Ward[]; picking: Picking }) => {
  const { t } = useTranslation('referrals');
  const own = wards.filter(({ department }) => department.id === picking.referral.to.department?.id);
  const others = wards.filter((ward) => !own.includes(ward));
  if (wards.length === 0) return <p className="mute">{t('page.bed.none')}</p>;
  const rows = (some: readonly Ward[]) =>
    some.map((ward) => (
      <div key={ward.department.id} className="stack bed-ward">
        <h3>{ward.department.name}</h3>
        <WardBeds ward={ward} picking={picking} />
      </div>
    ));
  return (
    <fieldset className="stack bed-ward" aria-label={t('page.bed.label')}>
      {rows(own)}
      {others.length > 0 && (
        <details open={own.length === 0}>
          <summary>{t('page.bed.others')}</summary>
          <div className="stack">{rows(others)}</div>
        </details>
      )}
    </fieldset>
  );
};

/** The beds of the accepting hospital, live: another desk may take one while this one chooses. */
export const BedPick = (picking: Picking & { hospitalId: string }) => {
  const { hospitalId } = picking;
  const cache = useQueryClient();
  const query = useQuery(bedsApi.list.query({ hospitalId }));
  useEvent('beds.changed', (changed) => {
    if (changed.hospitalId === hospitalId) void cache.invalidateQueries({ queryKey: ['beds'] });
  });
  return (
    <Loaded query={query} rows={2}>
      {({ wards }) => <Wards wards={wards} picking={picking} />}
    </Loaded>
  );
};
