import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Consent, type Consult } from '../../../../contract/consults.ts';
import { KnownPatient } from '../../../../contract/records.ts';
import { dropDraft, readDraft } from '../../lib/storage.ts';
import { Button } from '../../ui/Button.tsx';
import { type Bind, TextField } from '../../ui/form/bind.tsx';
import { Note } from '../../ui/Note.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { consults } from '../api.ts';
import { ConsentFields } from '../new/ConsentFields.tsx';
import { blank, consentOf, dxOf, type Form, type Name } from '../new/form.ts';
import { PatientFields } from '../new/PatientFields.tsx';
import { PhotoFields } from '../new/PhotoFields.tsx';
import { knownOf, patientField } from '../new/patient.ts';
import { StoryFields } from '../new/StoryFields.tsx';
import { supplementDraft } from '../new/useSend.ts';
import { upload, type Waiting } from '../uploads.ts';
import { useVerb } from '../useVerb.ts';
import '../new/new.css';

/** The case as it stands. */
const formOf = ({ dx, reason, summary, auxResults, bed }: Consult): Partial<Form> => ({
  bed: bed ?? '',
  dxName: dx?.name ?? '',
  dxCode: dx?.code ?? '',
  reason: reason ?? '',
  summary: summary ?? '',
  auxResults: auxResults ?? '',
});

/** What the case has not got and the STAT held back comes from the device. */
const fill = (consult: Consult, kept: Form | undefined): Form => {
  const has = Object.entries(formOf(consult)).filter(([, value]) => value !== '');
  return { ...blank, ...kept, ...Object.fromEntries(has), known: true, urgency: consult.urgency };
};

const useSupplement = (consult: Consult) => {
  const [form, setForm] = useState(() => fill(consult, undefined));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens; a change of the case must not undo typing
  useEffect(() => {
    void readDraft<Form>(supplementDraft(consult.id)).then((kept) => kept && setForm(fill(consult, kept.value)));
  }, [consult.id]);
  return { form, set: (part: Partial<Form>) => setForm((now) => ({ ...now, ...part })) };
};

const problemsOf = (form: Form, owesIdentity: boolean) => {
  const patient = KnownPatient.safeParse(knownOf(form));
  const consent = Consent.optional().safeParse(consentOf(form));
  const wantsPatient = owesIdentity && form.name.trim() !== '';
  const wrong = new Set<Name>();
  if (wantsPatient && !patient.success) for (const { path } of patient.error.issues) wrong.add(patientField(path));
  if (!consent.success) for (const { path } of consent.error.issues) wrong.add(path[0] as Name);
  return { wrong, patient: wantsPatient ? patient.data : undefined, consent: consent.data };
};

/** 补资料: whatever is known by now; each part may still wait. */
export const SupplementSheet = ({ consult, onClose }: { consult: Consult; onClose: () => void }) => {
  const { t } = useTranslation(['consults', 'common']);
  const { form, set } = useSupplement(consult);
  const [photos, setPhotos] = useState<readonly Waiting[]>([]);
  const [asked, setAsked] = useState(false);
  const verb = useVerb(consult.id);
  const owes = new Set<string>(consult.missing);
  const { wrong, patient, consent } = problemsOf(form, owes.has('identity'));
  const bind: Bind<Form> = {
    form,
    set,
    touch: () => undefined,
    error: (name) => (asked && wrong.has(name) ? t([`wrong.${name}.shape`, 'wrong.shape']) : undefined),
    label: (name) => t(`field.${name}`),
    required: () => false,
  };
  const late = consult.opinions.length > 0;
  const given = (text: string) => text.trim() || undefined;
  /** After the signature nothing that is there is sent again: only gaps are filled. */
  const gap = <T,>(open: boolean, value: T) => (late && !open ? undefined : value);
  const send = () => {
    setAsked(true);
    if (wrong.size > 0) return;
    const input = {
      id: consult.id,
      version: consult.version,
      patient,
      dx: gap(owes.has('dx'), dxOf(form)),
      reason: gap(owes.has('reason'), given(form.reason)),
      summary: gap(owes.has('summary'), given(form.summary)),
      auxResults: gap(!consult.auxResults, given(form.auxResults)),
      bed: gap(!consult.bed, given(form.bed)),
      consent: owes.has('consent') ? consent : undefined,
    };
    const after = () => {
      void dropDraft(supplementDraft(consult.id));
      void upload(consult.id, photos);
      onClose();
    };
    verb.run({ work: () => consults.supplement(input), done: t('past.supplement'), after });
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" busy={verb.busy} onClick={send}>
        {t('supplement.send')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('supplement.title')} onClose={onClose} actions={actions}>
      <div className="stack supplement">
        {late && <Note c="hai">{t('supplement.late')}</Note>}
        {consult.note && <Note c="unmet">{t('now.note', { note: consult.note })}</Note>}
        {owes.has('identity') && (
          <PatientFields bind={bind} brief={false}>
            <TextField bind={bind} name="bed" maxLength={20} autoComplete="off" />
          </PatientFields>
        )}
        <StoryFields bind={bind} />
        {owes.has('consent') && <ConsentFields bind={bind} />}
        {!late && <PhotoFields photos={photos} onChange={setPhotos} />}
        <Problem>{verb.problem}</Problem>
      </div>
    </Sheet>
  );
};
