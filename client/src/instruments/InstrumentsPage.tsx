import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instruments as actions } from '../../../contract/instruments.ts';
import { HospitalSelect, hospitalsOf } from '../directory/HospitalSelect.tsx';
import { useMe } from '../lib/session.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { AddSheet } from './AddSheet.tsx';
import { InstrumentCard } from './InstrumentCard.tsx';
import { useInstruments, useRegister } from './useInstruments.ts';
import './InstrumentsPage.css';

const Register = ({ hospitalId, editable }: { hospitalId: string; editable: boolean }) => {
  const { t } = useTranslation('instruments');
  const query = useInstruments(hospitalId);
  const register = useRegister(hospitalId);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Loaded query={query} failed={t('failed')} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Empty title={t('empty')}>{t('emptyText')}</Empty>
            </Card>
          ) : (
            <ul className="instruments">
              {items.map((of) => (
                <InstrumentCard key={of.id} of={of} register={register} editable={editable} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {editable && (
        <div>
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {t('add.open')}
          </Button>
        </div>
      )}
      {adding && <AddSheet register={register} onClose={() => setAdding(false)} />}
    </>
  );
};

/** 设备校时: clocks that end up on paper and from there among the time nodes. */
export const Page = () => {
  const { t } = useTranslation('instruments');
  const mine = useMe().memberships.filter(({ roles }) => roles.some((role) => actions.list.who.some((who) => who === role)));
  const hospitals = hospitalsOf(mine);
  const [hospitalId, setHospital] = useState(hospitals[0]?.id ?? '');
  const editable = mine.some(({ hospital, roles }) => hospital.id === hospitalId && roles.includes('coordinator'));
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} back="/emergencies">
        <HospitalSelect hospitals={hospitals} value={hospitalId} onChange={setHospital} />
      </PageHeader>
      {hospitalId ? <Register key={hospitalId} hospitalId={hospitalId} editable={editable} /> : <Empty title={t('empty')} />}
    </>
  );
};
