import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Destination } from '../../../../contract/referralSheet.ts';
import { Choice, FieldError } from '../../ui/Field.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { referrals } from '../api.ts';
import { Beds, type Hospital, useDestinations } from '../Destinations.tsx';
import { PLANS } from '../page/plans.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { NoteField, useNote } from './NoteField.tsx';
import { OutsideFields } from './OutsideFields.tsx';
import { blankOutside, outsideOf } from './outside.ts';
import { VerbSheet } from './VerbSheet.tsx';

/** A department of the platform, or one off it. */
type Chosen = string | 'outside' | null;

interface PickProps {
  items: readonly Hospital[];
  /** Departments that have been asked already. */
  asked: ReadonlySet<string>;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

const Pick = ({ items, asked, chosen, onChoose }: PickProps) => {
  const { t } = useTranslation('referrals');
  return (
    <fieldset aria-label={t('page.to.label')} className="stack to-list">
      {items.map(({ hospital, departments }) => (
        <div key={hospital.id}>
          <h3>
            {hospital.name} <small className="mute">{hospital.city}</small>
          </h3>
          {departments.map((department) => (
            <Choice
              key={department.id}
              type="radio"
              name="destination"
              checked={chosen === department.id}
              onChange={() => onChoose(department.id)}
            >
              <span className="row">
                {department.name}
                <Beds department={department} />
                {asked.has(`${hospital.id} ${department.name}`) && <small className="mute">{t('page.to.asked')}</small>}
              </span>
            </Choice>
          ))}
        </div>
      ))}
      <Choice type="radio" name="destination" checked={chosen === 'outside'} onChange={() => onChoose('outside')}>
        {t('page.to.outside')}
      </Choice>
    </fieldset>
  );
};

/** Which hospital is asked next, on the platform or off it. */
export const DestinationSheet = ({ referral, name, onClose }: FormProps) => {
  const { t } = useTranslation('referrals');
  const { id, offers } = referral;
  const query = useDestinations(referral);
  const [chosen, setChosen] = useState<Chosen>(null);
  const [outside, setOutside] = useState(blankOutside);
  const [pressed, setPressed] = useState(false);
  const noting = useNote(false);
  const verb = useVerb(id);
  const destination = (): Destination | null => {
    if (chosen !== 'outside') return chosen ? { departmentId: chosen } : null;
    const named = outsideOf(outside);
    return named && { outside: named };
  };
  const send = () => {
    setPressed(true);
    const to = destination();
    const given = noting.take();
    if (!to || !given) return;
    const work = () =>
      name === 'reroute' ? referrals.reroute({ id, destination: to, ...given }) : referrals.offerAlso({ id, destination: to });
    verb.run({ work, done: t(`past.${name}`), after: onClose });
  };
  const asked = new Set(offers.map(({ hospital, department }) => `${hospital?.id} ${department}`));
  return (
    <VerbSheet referral={referral} name={name} verb={verb} onSend={send} onClose={onClose}>
      <Loaded query={query} rows={4}>
        {({ items }) => <Pick items={items} asked={asked} chosen={chosen} onChoose={setChosen} />}
      </Loaded>
      {pressed && !chosen && <FieldError>{t('page.to.choose')}</FieldError>}
      {chosen === 'outside' && <OutsideFields text={outside} onChange={setOutside} asked={pressed} />}
      {PLANS[name].note && <NoteField noting={noting} name={name} />}
    </VerbSheet>
  );
};
