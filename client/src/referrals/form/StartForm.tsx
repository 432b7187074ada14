import { ArrowDownLeft, ArrowLeftRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PatientInput } from '../../../../contract/records.ts';
import type { Direction, Lane } from '../../../../contract/referralSheet.ts';
import { FromField } from '../../consults/new/FromField.tsx';
import { KnownPick, PatientFields } from '../../consults/new/PatientFields.tsx';
import { blankPatient, type PatientForm, patientOf } from '../../consults/new/patient.ts';
import { useRefusalText } from '../../lib/refusalText.ts';
import { useMe } from '../../lib/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { PickField } from '../../ui/form/PickField.tsx';
import { focusOn } from '../../ui/form/useBind.ts';
import { useLeaveGuard } from '../../ui/form/useLeaveGuard.tsx';
import { Note } from '../../ui/Note.tsx';
import { LanePick } from './LanePick.tsx';
import { patientFaults, usePatientBind } from './patientBind.ts';
import { useStart } from './useStart.ts';
import './referralForm.css';

const CLINICIANS = ['doctor', 'specialist'] as const;
const WAYS = [
  { value: 'up', c: 'shan', icon: ArrowUpRight },
  { value: 'down', c: 'shan', icon: ArrowDownLeft },
  { value: 'lateral', c: 'shan', icon: ArrowLeftRight },
] as const;

interface Way {
  direction: Direction;
  lane: Lane;
  fromHospitalId: string;
}

/** A county doctor sends up, a specialist sends home. */
const useFirstWay = (): Way => {
  const { memberships } = useMe();
  const sendsUp = memberships.some(({ roles }) => roles.includes('doctor'));
  return { direction: sendsUp ? 'up' : 'down', lane: 'elective', fromHospitalId: '' };
};

const WayPart = ({ way, onChange }: { way: Way; onChange: (part: Partial<Way>) => void }) => {
  const { t } = useTranslation('referrals');
  const picks = WAYS.map((one) => ({ ...one, word: t(`direction.${one.value}`), note: t(`new.way.${one.value}`) }));
  return (
    <Card title={t('new.start.way')}>
      <div className="stack">
        <PickField
          label={t('new.field.direction')}
          name="direction"
          value={way.direction}
          picks={picks}
          onChange={(direction) => onChange({ direction })}
        />
        {way.direction !== 'down' && <LanePick value={way.lane} onChange={(lane) => onChange({ lane })} />}
        <FromField value={way.fromHospitalId} roles={CLINICIANS} onChange={(fromHospitalId) => onChange({ fromHospitalId })} />
      </div>
    </Card>
  );
};

/** Which way, how fast, and who; the rest is written on the draft that this makes. */
export const StartForm = () => {
  const { t } = useTranslation('referrals');
  const text = useRefusalText();
  const [way, setWay] = useState(useFirstWay());
  const [patient, setPatient] = useState<PatientForm>(blankPatient);
  const { bind, ask } = usePatientBind(patient, (part) => setPatient((now) => ({ ...now, ...part })));
  const starting = useStart();
  const dirty = patient !== blankPatient && !starting.isPending && !starting.isSuccess;
  const question = useLeaveGuard(dirty);
  const lane = way.direction === 'down' ? 'elective' : way.lane;
  const start = (event: FormEvent) => {
    event.preventDefault();
    ask();
    const input = PatientInput.safeParse(patientOf(patient));
    if (!input.success) return focusOn(Object.keys(patientFaults(patient))[0] ?? 'name');
    const { direction, fromHospitalId } = way;
    starting.mutate({ direction, lane, from: { patient: input.data }, ...(fromHospitalId && { fromHospitalId }) });
  };
  return (
    <form className="stack start" onSubmit={start} noValidate>
      <WayPart way={way} onChange={(part) => setWay((now) => ({ ...now, ...part }))} />
      <Card title={t('new.part.patient')}>
        <div className="stack">
          {(lane === 'green' || !patient.known) && <KnownPick bind={bind} />}
          <PatientFields bind={bind} brief={false} />
        </div>
      </Card>
      {starting.isError && (
        <Note c="unmet" live>
          {text(starting.error)}
        </Note>
      )}
      <div className="row">
        <Button type="submit" look="primary" size="large" icon={ArrowRight} busy={starting.isPending}>
          {t('new.start.go')}
        </Button>
        <small className="mute">{t('new.start.note')}</small>
      </div>
      {question}
    </form>
  );
};
