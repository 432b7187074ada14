import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../../contract/consults.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Field.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Presence } from '../../ui/Presence.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { consults } from '../api.ts';
import { useVerb } from '../useVerb.ts';

interface Props {
  consult: Pick<Consult, 'id'>;
  onClose: () => void;
}

/** Somebody answered the telephone: who it was is put on record, and the ringing ends. */
export const PhoneSheet = ({ consult: { id }, onClose }: Props) => {
  const { t } = useTranslation(['consults', 'common']);
  const people = useQuery(consults.specialists.query({ id }));
  const [specialistId, setSpecialist] = useState<string | null>(null);
  const verb = useVerb(id);
  const send = () =>
    specialistId && verb.run({ work: () => consults.answerByPhone({ id, specialistId }), done: t('phone.done'), after: onClose });
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" busy={verb.busy} disabled={!specialistId} onClick={send}>
        {t('phone.confirm')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('phone.title')} onClose={onClose} actions={actions}>
      <div className="stack">
        <p className="soft">{t('phone.text')}</p>
        <Loaded query={people} rows={3}>
          {({ items }) => (
            <fieldset aria-label={t('phone.who')}>
              {items.map((person) => (
                <Choice
                  key={person.id}
                  type="radio"
                  name="specialist"
                  checked={specialistId === person.id}
                  onChange={() => setSpecialist(person.id)}
                >
                  <span className="row">
                    <b>{person.name}</b>
                    <span className="soft">{person.title}</span>
                    <Presence state={person.presence} />
                  </span>
                </Choice>
              ))}
            </fieldset>
          )}
        </Loaded>
        <Problem>{verb.problem}</Problem>
      </div>
    </Sheet>
  );
};
