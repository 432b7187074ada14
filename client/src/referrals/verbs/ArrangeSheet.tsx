import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedView } from '../../../../contract/beds.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { serverNow } from '../../lib/clock.ts';
import { Field, TextArea, TextInput } from '../../ui/Field.tsx';
import { MomentField } from '../../ui/MomentField.tsx';
import { referrals } from '../api.ts';
import { etaAhead } from '../page/eta.ts';
import { useVerb } from '../page/useVerb.ts';
import { endName } from '../page/words.ts';
import { BedPick } from './BedPick.tsx';
import type { FormProps } from './form.ts';
import { VerbSheet } from './VerbSheet.tsx';

const TEXTS = { attending: 60, place: 200 } as const;

const useArrangement = (referral: Referral) => {
  const { arrangement } = referral;
  const [bed, setBed] = useState<BedView | null>(null);
  const [expectedAt, setExpected] = useState(() => etaAhead(referral, serverNow()));
  const [texts, setTexts] = useState({
    attending: arrangement?.attending ?? '',
    place: arrangement?.place ?? '',
    message: arrangement?.message ?? '',
  });
  const set = (part: Partial<typeof texts>) => setTexts((now) => ({ ...now, ...part }));
  const input = () =>
    expectedAt && {
      id: referral.id,
      expectedAt,
      ...(bed && { bedId: bed.id }),
      ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')),
    };
  return { bed, setBed, expectedAt, setExpected, texts, set, input };
};

/** 定床: a bed that is kept until after the ETA, who receives the patient, where, and a word to the sender. */
export const ArrangeSheet = ({ referral, name, onClose }: FormProps) => {
  const { t } = useTranslation('referrals');
  const form = useArrangement(referral);
  const [asked, setAsked] = useState(false);
  const verb = useVerb(referral.id);
  const { hospital } = referral.to;
  const send = () => {
    setAsked(true);
    const input = form.input();
    if (input) verb.run({ work: () => referrals.arrange(input), done: t('past.arrange'), after: onClose });
  };
  return (
    <VerbSheet referral={referral} name={name} verb={verb} onSend={send} onClose={onClose}>
      {hospital && <BedPick referral={referral} hospitalId={hospital.id} bedId={form.bed?.id ?? null} onPick={form.setBed} />}
      <MomentField
        label={t('page.eta.label')}
        hint={t('page.eta.hint')}
        required
        error={asked && !form.expectedAt && t('page.needed')}
        value={form.expectedAt}
        onChange={form.setExpected}
      />
      {(['attending', 'place'] as const).map((key) => (
        <Field key={key} label={t(`page.arrange.${key}`)}>
          {(tied) => (
            <TextInput
              {...tied}
              maxLength={TEXTS[key]}
              value={form.texts[key]}
              onChange={(event) => form.set({ [key]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label={t('page.arrange.message', { far: endName(referral.from) ?? '' })}>
        {(tied) => (
          <TextArea
            {...tied}
            maxLength={1000}
            value={form.texts.message}
            onChange={(event) => form.set({ message: event.target.value })}
          />
        )}
      </Field>
    </VerbSheet>
  );
};
