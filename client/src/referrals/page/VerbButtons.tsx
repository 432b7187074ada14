import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { referrals } from '../api.ts';
import { AdmitSheet } from '../verbs/AdmitSheet.tsx';
import { ArrangeSheet } from '../verbs/ArrangeSheet.tsx';
import { ArriveSheet } from '../verbs/ArriveSheet.tsx';
import { DeathSheet } from '../verbs/DeathSheet.tsx';
import { DepartSheet } from '../verbs/DepartSheet.tsx';
import { DestinationSheet } from '../verbs/DestinationSheet.tsx';
import { DischargeSheet } from '../verbs/DischargeSheet.tsx';
import { DivertSheet } from '../verbs/DivertSheet.tsx';
import type { FormProps } from '../verbs/form.ts';
import { NoteSheet } from '../verbs/NoteSheet.tsx';
import { RejectSheet } from '../verbs/RejectSheet.tsx';
import { SendSheet } from '../verbs/SendSheet.tsx';
import { SummarySheet } from '../verbs/SummarySheet.tsx';
import { type Form, type PersonVerb, PLANS, primaryOf, restOf } from './plans.ts';
import { useVerb } from './useVerb.ts';
import { useWho } from './words.ts';

const FORMS: Record<Exclude<Form, 'direct'>, ComponentType<FormProps>> = {
  send: SendSheet,
  note: NoteSheet,
  reject: RejectSheet,
  destination: DestinationSheet,
  arrange: ArrangeSheet,
  depart: DepartSheet,
  arrive: ArriveSheet,
  admit: AdmitSheet,
  discharge: DischargeSheet,
  summary: SummarySheet,
  divert: DivertSheet,
  death: DeathSheet,
};

const Opened = ({ name, ...props }: FormProps) => {
  const { form } = PLANS[name];
  if (form === 'direct') return null;
  const Sheet = FORMS[form];
  return <Sheet name={name} {...props} />;
};

interface OneProps {
  referral: Referral;
  name: PersonVerb;
  primary?: boolean;
  onOpen: (name: PersonVerb) => void;
}

/** One verb as its button; what is owed before sending is written where the sheet is. */
const One = ({ referral, name, primary = false, onOpen }: OneProps) => {
  const { t } = useTranslation('referrals');
  const who = useWho(referral);
  const verb = useVerb(referral.id);
  const look = primary ? ({ look: 'primary', size: 'large', block: true } as const) : {};
  const { id, owed } = referral;
  if (PLANS[name].form === 'send' && owed.length > 0) {
    return (
      <ButtonLink {...look} to={`/referrals/${id}/edit`}>
        {t('page.writeOn')}
      </ButtonLink>
    );
  }
  if (PLANS[name].form === 'direct') {
    const work = () => referrals.receive({ id });
    return (
      <>
        <Button {...look} busy={verb.busy} onClick={() => verb.run({ work, done: t(`past.${name}`) })}>
          {t(`page.act.${name}`, { who: who.short })}
        </Button>
        <Problem>{verb.problem}</Problem>
      </>
    );
  }
  return (
    <Button {...look} onClick={() => onOpen(name)}>
      {primary ? t(`page.act.${name}`, { who: who.short }) : t(`verb.${name}`)}
    </Button>
  );
};

/** One button for each verb that is the reader's now; what ends or undoes something stands apart. */
export const VerbButtons = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const [open, setOpen] = useState<PersonVerb | null>(null);
  const primary = primaryOf(referral);
  const { plain, grave } = restOf(referral);
  const buttons = (names: readonly PersonVerb[]) =>
    names.map((name) => <One key={name} referral={referral} name={name} onOpen={setOpen} />);
  return (
    <>
      {primary && <One referral={referral} name={primary} primary onOpen={setOpen} />}
      <div className="row verbs">{buttons(plain)}</div>
      {grave.length > 0 && (
        <details className="grave">
          <summary>{t('page.otherwise')}</summary>
          <div className="row verbs">{buttons(grave)}</div>
        </details>
      )}
      {open && <Opened referral={referral} name={open} onClose={() => setOpen(null)} />}
    </>
  );
};
