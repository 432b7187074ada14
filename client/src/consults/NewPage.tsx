import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { dateTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { type Bind, LongField, TextField } from './new/bind.tsx';
import { ConsentFields } from './new/ConsentFields.tsx';
import { Escalation } from './new/Escalation.tsx';
import { FromField } from './new/FromField.tsx';
import { check, type Faults, type Form, type Name, requiredOf } from './new/form.ts';
import { Gaps } from './new/Gaps.tsx';
import { KnownPick, PatientFields } from './new/PatientFields.tsx';
import { PhotoFields } from './new/PhotoFields.tsx';
import { Section, SectionMark, type SectionName } from './new/Section.tsx';
import { SendBar } from './new/SendBar.tsx';
import { StoryFields } from './new/StoryFields.tsx';
import { firstStop, later, order, partOf, stateOf } from './new/sections.ts';
import { TargetFields } from './new/TargetFields.tsx';
import { UrgencyPick } from './new/UrgencyPick.tsx';
import { useLeaveGuard } from './new/useLeaveGuard.tsx';
import { type RequestDraft, useRequestDraft } from './new/useRequestDraft.ts';
import { useSend, useWhenBack } from './new/useSend.ts';
import './new/new.css';

/** Faults are shown once their field was left, or all of them once sending was tried. */
const useBind = (draft: RequestDraft, faults: Faults) => {
  const { t } = useTranslation('consults');
  const [touched, setTouched] = useState<ReadonlySet<Name>>(new Set());
  const [asked, setAsked] = useState(false);
  const { form, set } = draft;
  const required = requiredOf(form);
  const shown = (name: Name): boolean => {
    if (faults[name] === 'needed') return asked && required.has(name);
    return asked || touched.has(name);
  };
  const bind: Bind = {
    form,
    set,
    touch: (name) => setTouched((now) => new Set(now).add(name)),
    error: (name) => (faults[name] && shown(name) ? t([`wrong.${name}.${faults[name]}`, `wrong.${faults[name]}`]) : undefined),
    required,
  };
  return { bind, ask: () => setAsked(true) };
};

/** Which parts are unfolded: what the reader chose, else all but what a STAT can send later. */
const useFolds = (form: Form) => {
  const [chosen, setChosen] = useState<Partial<Record<SectionName, boolean>>>({});
  const isOpen = (part: SectionName) => chosen[part] ?? !(form.urgency === 'stat' && later.has(part));
  const setOpen = (part: SectionName, open: boolean) => setChosen((now) => ({ ...now, [part]: open }));
  return { isOpen, setOpen };
};

const focusOn = (name: Name) => {
  // After the part has unfolded.
  requestAnimationFrame(() => {
    const control = document.querySelector<HTMLElement>(`[data-field="${name}"]`);
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  });
};

const Fields = ({ part, bind, draft }: { part: SectionName; bind: Bind; draft: RequestDraft }) => {
  const { t } = useTranslation('consults');
  const stat = bind.form.urgency === 'stat';
  if (part === 'photos') return <PhotoFields photos={draft.photos} onChange={draft.setPhotos} />;
  if (part === 'story') return <StoryFields bind={bind} />;
  if (part === 'consent') return <ConsentFields bind={bind} />;
  if (part === 'patient') {
    return (
      <div className="stack">
        {stat && <KnownPick bind={bind} />}
        <PatientFields bind={bind} brief={stat} />
      </div>
    );
  }
  if (part === 'who') {
    return (
      <div className="stack">
        <FromField bind={bind} />
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
export const Page = () => {
  const { t } = useTranslation('consults');
  const [search] = useSearchParams();
  const department = search.get('department');
  const draft = useRequestDraft(department ? { toDepartmentId: department } : {});
  const { form, photos } = draft;
  const { request, faults } = check(form);
  const { bind, ask } = useBind(draft, faults);
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
  const read = (part: SectionName) => stateOf(part, { form, faults, photos, t });
  return (
    <>
      <PageHeader back="/consults" title={t('new.title')} />
      <div className="new">
        <nav className="parts" aria-label={t('new.parts')}>
          {order.map((part) => (
            <a key={part} href={`#part-${part}`} onClick={() => setOpen(part, true)}>
              {t(`section.${part}`)}
              <SectionMark state={read(part)} />
            </a>
          ))}
        </nav>
        <div className="stack">
          <Restored draft={draft} />
          {order.map((part) => (
            <Section key={part} name={part} state={read(part)} open={isOpen(part)} onToggle={() => setOpen(part, !isOpen(part))}>
              <Fields part={part} bind={bind} draft={draft} />
            </Section>
          ))}
        </div>
        <aside className="stack new-aside">
          <Escalation departmentId={form.toDepartmentId} urgency={form.urgency} />
          <Gaps form={form} faults={faults} photos={photos} onGo={goTo} />
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
