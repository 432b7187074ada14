import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneLink } from '../consults/Phones.tsx';
import { useMe } from '../lib/session.ts';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { AddDuty } from './AddDuty.tsx';
import { HospitalSelect, hospitalsOf } from './HospitalSelect.tsx';
import { answers, RosterGrid } from './RosterGrid.tsx';
import { type Roster, useRoster } from './useRoster.ts';
import type { Weekday } from './week.ts';
import './RosterPage.css';

interface Adding {
  department: Roster['departments'][number];
  weekday: Weekday;
  from: number;
  to: number;
}

const Week = ({ hospitalId, editable }: { hospitalId: string; editable: boolean }) => {
  const { t } = useTranslation('directory');
  const { query, add, remove } = useRoster(hospitalId);
  const [adding, setAdding] = useState<Adding | null>(null);
  return (
    <Card title={query.data?.hospital.name ?? t('title')} note={t(editable ? 'note' : 'readOnly')} flush>
      <Loaded query={query} failed={t('failed')} rows={6}>
        {(roster) =>
          roster.departments.length === 0 ? (
            <Empty title={t('empty')}>{t('emptyText')}</Empty>
          ) : (
            <>
              <p className="roster-center">
                <PhoneLink number={roster.hospital.centerPhone} label={t('center')} />
              </p>
              {!answers(roster) && <p className="roster-center mute">{t('county')}</p>}
              <RosterGrid
                roster={roster}
                editable={editable}
                onAdd={(department, weekday, gap) => setAdding({ department, weekday, ...gap })}
                onRemove={(slot) => remove.mutate(slot)}
              />
            </>
          )
        }
      </Loaded>
      {adding && <AddDuty {...adding} busy={add.isPending} add={add.mutateAsync} onClose={() => setAdding(null)} />}
    </Card>
  );
};

/** Who is on duty each week; coordinators change it, everybody else reads it. */
export const Page = () => {
  const { t } = useTranslation('directory');
  const me = useMe();
  const hospitals = hospitalsOf(me.memberships);
  const [hospitalId, setHospital] = useState(hospitals[0]?.id ?? '');
  const editable = me.memberships.some(({ hospital, roles }) => hospital.id === hospitalId && roles.includes('coordinator'));
  return (
    <>
      <PageHeader title={t('title')}>
        <HospitalSelect hospitals={hospitals} value={hospitalId} onChange={setHospital} />
      </PageHeader>
      {hospitalId ? <Week key={hospitalId} hospitalId={hospitalId} editable={editable} /> : <Empty title={t('empty')} />}
    </>
  );
};
