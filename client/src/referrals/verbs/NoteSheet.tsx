import { useTranslation } from 'react-i18next';
import { referrals } from '../api.ts';
import { PLANS } from '../page/plans.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { NoteField, useNote } from './NoteField.tsx';
import { VerbSheet } from './VerbSheet.tsx';

type Noted =
  | ('approve' | 'sendBack' | 'accept' | 'noShow' | 'settle' | 'confirm' | 'followUp' | 'close')
  | ('turnBack' | 'giveUp' | 'cancel');

/** A verb that asks for nothing but a line, or for none. */
export const NoteSheet = ({ referral, name, onClose }: FormProps) => {
  const { t } = useTranslation('referrals');
  const { note, grave = false } = PLANS[name];
  // Of a hospital off the platform nobody presses a button: who said yes on the telephone is on record.
  const told = name === 'accept' && referral.to.outside !== null;
  const noting = useNote(note === 'must' || told);
  const verb = useVerb(referral.id);
  const send = () => {
    const given = noting.take();
    // The input that must have a note is never sent without one: `take` has seen to it.
    const input = { id: referral.id, ...given } as { id: string; note: string };
    if (given) verb.run({ work: () => referrals[name as Noted](input), done: t(`past.${name}`), after: onClose });
  };
  return (
    <VerbSheet referral={referral} name={name} verb={verb} grave={grave} onSend={send} onClose={onClose}>
      <NoteField noting={noting} name={told ? 'told' : name} />
    </VerbSheet>
  );
};
