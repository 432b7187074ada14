import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { emergency } from '../../emergency/api.ts';
import { useKnownWords } from '../../emergency/links/known.ts';
import { OriginLine } from '../../emergency/links/OriginLine.tsx';
import { emergencyLinks } from '../../emergency/links/useLinks.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { usePatientWords } from '../words.ts';
import type { Form } from './form.ts';

const read = async (id: string) => ({ case: await emergency.read({ id }), links: await emergencyLinks.list({ id }) });
const queryOf = (id: string) => ({ queryKey: ['consults', 'fromEmergency', id], queryFn: () => read(id) });

/** The case that it is asked from has been read before the form begins, so that it begins with what is known. */
export const FromEmergency = ({ id, children }: { id: string; children: (begun: Partial<Form>) => ReactNode }) => {
  const { t } = useTranslation('emergencyCase');
  const words = useKnownWords();
  const query = useQuery(queryOf(id));
  return (
    <Loaded query={query} failed={t('failed')} rows={8}>
      {({ case: of, links }) => {
        const { dx, story } = words(of);
        return children({
          emergencyId: id,
          urgency: 'stat',
          fromHospitalId: links.from.hospitalId,
          toDepartmentId: links.to?.departmentId ?? '',
          bed: of.bed ?? '',
          callbackPhone: of.callbackPhone ?? '',
          summary: story,
          ...(dx && { dxName: dx.name, dxCode: dx.code }),
        });
      }}
    </Loaded>
  );
};

/** Whose it is, instead of the fields that ask for it. */
export const EmergencyPatient = ({ id }: { id: string }) => {
  const { t } = useTranslation('links');
  const { label } = usePatientWords();
  const { data } = useQuery(queryOf(id));
  if (!data) return null;
  const { emergencyNo, center } = data.case;
  return (
    <div>
      <b>{label({ patient: data.case.patient, bed: null })}</b>
      <OriginLine origin={{ id, emergencyNo, center }} />
      <small className="mute">{t('patient.note')}</small>
    </div>
  );
};
