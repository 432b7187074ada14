import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { KnownPatient } from '../../../../contract/records.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { PatientFields } from '../../consults/new/PatientFields.tsx';
import { blankPatient, knownOf, type PatientForm } from '../../consults/new/patient.ts';
import { usePatientWords } from '../../consults/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import type { FormBind } from './controls.tsx';
import { WardFields } from './PeopleFields.tsx';
import { usePatientBind } from './patientBind.ts';

type Known = z.output<typeof KnownPatient>;

interface SheetProps {
  referral: Referral;
  onSend: (patient: Known) => Promise<unknown>;
  onClose: () => void;
}

/** Who the 无名氏 turned out to be. */
const IdentitySheet = ({ referral, onSend, onClose }: SheetProps) => {
  const { t } = useTranslation(['referrals', 'common']);
  const { sex } = referral.patient;
  const [form, setForm] = useState<PatientForm>({ ...blankPatient, sex: sex === 'unknown' ? '' : sex });
  const [busy, setBusy] = useState(false);
  const { bind, ask } = usePatientBind(form, (part) => setForm((now) => ({ ...now, ...part })));
  const send = () => {
    ask();
    const patient = KnownPatient.safeParse(knownOf(form));
    if (!patient.success) return;
    setBusy(true);
    void onSend(patient.data).then(onClose, () => setBusy(false));
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" busy={busy} onClick={send}>
        {t('new.patient.identify')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('new.patient.identify')} onClose={onClose} actions={actions}>
      <PatientFields bind={bind} brief={false} />
    </Sheet>
  );
};

interface Props {
  bind: FormBind;
  referral: Referral;
  onIdentify: (patient: Known) => Promise<unknown>;
}

/** Who it is, as the record has it, and what the receiving side needs beside the name. */
export const PatientPart = ({ bind, referral, onIdentify }: Props) => {
  const { t } = useTranslation('referrals');
  const words = usePatientWords();
  const [asking, setAsking] = useState(false);
  const { patient } = referral;
  const facts = [patient.idNumber, patient.phone, patient.visitNo].filter(Boolean);
  return (
    <div className="stack">
      <p>
        <b>{words.full(patient)}</b> <span className="mute num">{facts.join(' · ')}</span>
      </p>
      {!patient.known && (
        <Note c="missing">
          <span className="row">
            {t('new.patient.unknown')}
            <Button size="small" onClick={() => setAsking(true)}>
              {t('new.patient.identify')}
            </Button>
          </span>
        </Note>
      )}
      <WardFields bind={bind} />
      {asking && <IdentitySheet referral={referral} onSend={onIdentify} onClose={() => setAsking(false)} />}
    </div>
  );
};
