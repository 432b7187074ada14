import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { directory } from '../../directory/api.ts';
import { useMe } from '../../lib/session.ts';
import { Choice } from '../../ui/Field.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { referrals } from '../api.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { VerbSheet } from './VerbSheet.tsx';

interface Person {
  id: string;
  name: string;
  title: string;
}

/** Those who may be named: the people of the owning department; of a desk the roster knows nobody but who reads this. */
const usePeople = ({ owner }: Referral, hospitalId: string) => {
  const me = useMe();
  return useQuery({
    ...directory.roster.query({ hospitalId }),
    select: ({ departments }): Person[] =>
      owner?.desk ? [me] : (departments.find(({ name }) => name === owner?.department)?.people ?? [me]),
  });
};

/** Names who does it, or gives it back to all of them. */
export const AssignSheet = ({ referral, onClose }: Omit<FormProps, 'name'>) => {
  const { t } = useTranslation('referrals');
  const people = usePeople(referral, referral.owner?.hospital.id ?? '');
  const [personId, setPerson] = useState<string | null>(referral.owner?.person?.id ?? null);
  const verb = useVerb(referral.id);
  const send = () =>
    verb.run({ work: () => referrals.assign({ id: referral.id, personId }), done: t('past.assign'), after: onClose });
  return (
    <VerbSheet referral={referral} name="assign" verb={verb} onSend={send} onClose={onClose}>
      <Loaded query={people} rows={3}>
        {(items) => (
          <fieldset aria-label={t('page.assign.who')}>
            <Choice type="radio" name="person" checked={personId === null} onChange={() => setPerson(null)}>
              {t('page.assign.all')}
            </Choice>
            {items.map(({ id, name, title }) => (
              <Choice key={id} type="radio" name="person" checked={personId === id} onChange={() => setPerson(id)}>
                <b>{name}</b> <span className="soft">{title}</span>
              </Choice>
            ))}
          </fieldset>
        )}
      </Loaded>
    </VerbSheet>
  );
};
