import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beds as actions } from '../../../contract/beds.ts';
import { HospitalSelect, hospitalsOf } from '../directory/HospitalSelect.tsx';
import { useMe } from '../lib/session.ts';
import { Empty } from '../ui/Empty.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useWards } from './useBeds.ts';
import { WardCard } from './WardCard.tsx';
import './BedsPage.css';

const Wards = ({ hospitalId, editable }: { hospitalId: string; editable: boolean }) => {
  const { t } = useTranslation('beds');
  const query = useWards(hospitalId);
  return (
    <Loaded query={query} failed={t('failed')} rows={6}>
      {({ wards }) => {
        const shown = editable ? wards : wards.filter(({ beds }) => beds.length > 0);
        return shown.length === 0 ? (
          <Empty title={t('empty')}>{t('emptyText')}</Empty>
        ) : (
          <div className="stack">
            {shown.map((ward) => (
              <WardCard key={ward.department.id} ward={ward} editable={editable} />
            ))}
          </div>
        );
      }}
    </Loaded>
  );
};

/** The beds that referrals can be given; the desk keeps the book, clinicians read it. */
export const Page = () => {
  const { t } = useTranslation('beds');
  const mine = useMe().memberships.filter(({ roles }) => roles.some((role) => actions.list.who.some((who) => who === role)));
  const hospitals = hospitalsOf(mine);
  const [hospitalId, setHospital] = useState(hospitals[0]?.id ?? '');
  const editable = mine.some(({ hospital, roles }) => hospital.id === hospitalId && roles.includes('coordinator'));
  return (
    <>
      <PageHeader title={t('title')} note={t(editable ? 'note' : 'readOnly')}>
        <HospitalSelect hospitals={hospitals} value={hospitalId} onChange={setHospital} />
      </PageHeader>
      {hospitalId ? <Wards key={hospitalId} hospitalId={hospitalId} editable={editable} /> : <Empty title={t('empty')} />}
    </>
  );
};
