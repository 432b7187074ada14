import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { dateTime } from '../lib/format.ts';
import { useWhenBack } from '../lib/useWhenBack.ts';
import { Button } from '../ui/Button.tsx';
import { type Bind, LongField, TextField } from '../ui/form/bind.tsx';
import { PartList, Section } from '../ui/form/Section.tsx';
import { focusOn, useBind } from '../ui/form/useBind.ts';
import { useLeaveGuard } from '../ui/form/useLeaveGuard.tsx';
import { Note } from '../ui/Note.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ConsentFields } from './new/ConsentFields.tsx';
import { Escalation } from './new/Escalation.tsx';
import { EmergencyPatient, FromEmergency } from './new/FromEmergency.tsx';
import { FromField } from './new/FromField.tsx';
import { check, type Faults, type Form, isRequired, type Name } from './new/form.ts';
import { MissingCard } from './new/MissingCard.tsx';
import { KnownPick, PatientFields } from './new/PatientFields.tsx';
import { PhotoFields } from './new/PhotoFields.tsx';
import { SendBar } from './new/SendBar.tsx';
import { StoryFields } from './new/StoryFields.tsx';
import { firstStop, later, order, partOf, type SectionName, stateOf } from './new/sections.ts';
import { TargetFields } from './new/TargetFields.tsx';
import { UrgencyPick } from './new/UrgencyPick.tsx';
import { type RequestDraft, useRequestDraft } from './new/useRequestDraft.ts';
import { useSend } from './new/useSend.ts';
import './new/new.css';

const useRequestBind = ({ form, set }: RequestDraft, faults: Faults) => {
  const { t } = useTranslation('consults');
  return useBind<Form>({
    form,
    set,
    faults,
    required: (name) => isRequired(form, name),
    label: (name) => t(`field.${name}`),
    wrong: (name, fault) => t([`wrong.${name}.${fault}`, `wrong.${fault}`]),
  });
};

/** Which parts are unfolded: what the reader chose, else all but what a STAT can send later. */
const useFolds = (form: Form) => {
  const [chosen, setChosen] = useState<Partial<Record<SectionName, boolean>>>({});
  const isOpen = (part: SectionName) => chosen[part] ?? !(form.urgency === 'stat' && later.has(part));
  const setOpen = (part: SectionName, open: boolean) => setChosen((now) => ({ ...now, [part]: open }));
  return { isOpen, setOpen };
};

const Fields = ({ part, bind, draft }: { part: SectionName; bind: Bind<Form>; draft: RequestDraft }) => {
  const { t } = useTranslation('consults');
  const stat = bind.form.urgency === 'stat';
  if (part === 'photos') return <PhotoFields photos={draft.photos} onChange={draft.setPhotos} />;
  if (part === 'story') return <StoryFields bind={bind} />;
  if (part === 'consent') return <ConsentFields bind={bind} />;
  if (part === 'patient' && bind.form.emergencyId) {
    return (
      <div className="stack">
        <EmergencyPatient id={bind.form.emergencyId} />
        <TextField bind={bind} name="bed" maxLength={20} autoComplete="off" />
      </div>
    );
  }
  if (part === 'patient') {
    return (
      <div className="stack">
        {stat && <KnownPick bind={bind} />}
        <PatientFields bind={bind} brief={stat}>
          <TextField bind={bind} name="bed" maxLength={20} autoComplete="off" />
        </PatientFields>
      </div>
    );
  }
  if (part === 'who') {
    return (
      <div className="stack">
        {!bind.form.emergencyId && (
          <FromField
            value={bind.form.fromHospitalId}
            roles={['doctor']}
            onChange={(fromHospitalId) => bind.set({ fromHospitalId })}
          />
        )}
        <TargetFields bind={bind} />
        <TextField bind={bind} name="callbackPhone" type="tel" inputMode="tel" maxLength={20} hint={t('hint.callbackPhone')} />
      </div>
    );
  }
  return (
    <div className="stack">
      <UrgencyPick bind={bind} />
      <LongField bind={bind} name="purpose" rows={2} maxLength={500} hint={t('hint.purpose')} />
    </div>
  );
};

const Restored = ({ draft }: { draft: RequestDraft }) => {
  const { t } = useTranslation('consults');
  if (draft.restoredAt === null) return null;
  return (
    <Note c="hai">
      <span className="row">
        {t('draft.restored', { at: dateTime(draft.restoredAt) })}
        <Button size="small" icon={RotateCcw} onClick={() => void draft.clear()}>
          {t('draft.clear')}
        </Button>
      </span>
    </Note>
  );
};

/** The request form: urgency first; a STAT goes out with three things and a picture. */
const Request = ({ department, begun = {} }: { department: string | null; begun?: Partial<Form> }) => {
  const { t } = useTranslation(['consults', 'common']);
  const draft = useRequestDraft(department ? { toDepartmentId: department } : {}, begun);
  const { form, photos } = draft;
  const { request, faults } = check(form);
  const { bind, ask } = useRequestBind(draft, faults);
  const { isOpen, setOpen } = useFolds(form);
  const sending = useSend(draft);
  const question = useLeaveGuard(draft.dirty && !sending.busy);
  const goTo = (name: Name) => {
    setOpen(partOf(name), true);
    focusOn(name);
  };
  const send = () => {
    if (request) return void sending.run(request, faults);
    ask();
    const stop = firstStop(form, faults);
    if (stop) goTo(stop);
  };
  useWhenBack(sending.held && !sending.busy, send);
  const parts = order.map((name) => ({
    name,
    title: t(`section.${name}`),
    state: stateOf(name, { form, faults, photos, t }),
  }));
  return (
    <>
      <PageHeader back={begun.emergencyId ? `/emergencies/${begun.emergencyId}` : '/consults'} title={t('new.title')} />
      <div className="form">
        <PartList label={t('new.parts')} parts={parts} onGo={(part) => setOpen(part, true)} />
        <div className="stack">
          <Restored draft={draft} />
          {parts.map((part) => (
            <Section key={part.name} {...part} open={isOpen(part.name)} onToggle={() => setOpen(part.name, !isOpen(part.name))}>
              <Fields part={part.name} bind={bind} draft={draft} />
            </Section>
          ))}
        </div>
        <aside className="stack form-aside">
          <Escalation departmentId={form.toDepartmentId} urgency={form.urgency} />
          <MissingCard form={form} faults={faults} photos={photos} onGo={goTo} />
        </aside>
      </div>
      <SendBar
        urgency={form.urgency}
        savedAt={draft.savedAt}
        busy={sending.busy}
        held={sending.held}
        problem={sending.problem}
        onSend={send}
      />
      {question}
    </>
  );
};

/** Of a patient who is written in, or from a case of a center. */
export const Page = () => {
  const [search] = useSearchParams();
  const [department, emergencyId] = [search.get('department'), search.get('emergency')];
  if (!emergencyId) return <Request department={department} />;
  return (
    <FromEmergency key={emergencyId} id={emergencyId}>
      {(begun) => <Request department={department} begun={begun} />}
    </FromEmergency>
  );
};
