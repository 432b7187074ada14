import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SummaryBody } from '../../../../contract/referrals.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Select, TextArea } from '../../ui/Field.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { SignSheet } from '../../ui/SignSheet.tsx';
import { referrals } from '../api.ts';
import { useVerb } from '../page/useVerb.ts';
import { dxWords, endFull, useWho } from '../page/words.ts';
import type { FormProps } from './form.ts';
import { type SummaryText, useSummary } from './useSummary.ts';

const LINES = [
  { key: 'diagnosis', rows: 2, max: 1000, must: true },
  { key: 'course', rows: 5, max: 4000, must: true },
  { key: 'procedures', rows: 2, max: 1000, must: false },
  { key: 'medication', rows: 2, max: 2000, must: false },
  { key: 'advice', rows: 3, max: 2000, must: true },
] as const;
const conditions = SummaryBody.shape.condition.options;

type Draft = ReturnType<typeof useSummary>;

const Condition = ({ draft: { text, set }, asked }: { draft: Draft; asked: boolean }) => {
  const { t } = useTranslation('referrals');
  return (
    <Field label={t('page.summary.condition')} required error={asked && !text.condition && t('page.choose')}>
      {(tied) => (
        <Select
          {...tied}
          value={text.condition ?? ''}
          onChange={(event) => set({ condition: (event.target.value || null) as SummaryText['condition'] })}
        >
          <option value="">{t('page.choose')}</option>
          {conditions.map((one) => (
            <option key={one} value={one}>
              {t(`page.summary.conditions.${one}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
};

const Lines = ({ draft: { text, set }, asked }: { draft: Draft; asked: boolean }) => {
  const { t } = useTranslation('referrals');
  return LINES.map(({ key, rows, max, must }) => (
    <Field
      key={key}
      label={t(`page.summary.${key}`)}
      required={must}
      error={asked && must && text[key].trim() === '' && t('page.needed')}
    >
      {(tied) => (
        <TextArea
          {...tied}
          rows={rows}
          maxLength={max}
          value={text[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  ));
};

/** 出院小结: written, then read once more with the patient's name, then signed. */
export const SummarySheet = ({ referral, onClose }: FormProps) => {
  const { t } = useTranslation(['referrals', 'common']);
  const draft = useSummary(referral.id, dxWords(referral.sheet) ?? '');
  const who = useWho(referral);
  const [asked, setAsked] = useState(false);
  const [signing, setSigning] = useState<SummaryBody | null>(null);
  const verb = useVerb(referral.id);
  const after = () => {
    draft.forget();
    onClose();
  };
  const sign = (summary: SummaryBody) =>
    verb.run({ work: () => referrals.returnSummary({ id: referral.id, summary }), done: t('past.returnSummary'), after });
  if (signing) {
    return (
      <SignSheet
        title={t('page.summary.sign')}
        word={t('page.act.returnSummary', { who: who.short })}
        note={t('page.summary.signNote')}
        items={[
          [t('page.patient'), <b key="patient">{who.full}</b>],
          [t('page.summary.to'), <b key="to">{endFull(referral.from)}</b>],
          ...LINES.filter(({ key }) => signing[key]).map(({ key }) => [t(`page.summary.${key}`), signing[key]] as const),
          [t('page.summary.condition'), t(`page.summary.conditions.${signing.condition}`)],
        ]}
        verb={verb}
        onSign={() => sign(signing)}
        onClose={() => setSigning(null)}
      />
    );
  }
  const read = () => {
    setAsked(true);
    if (draft.parsed.success) setSigning(draft.parsed.data);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" icon={PenLine} onClick={read}>
        {t('page.summary.read')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('verb.returnSummary')} onClose={onClose} actions={actions}>
      <div className="stack">
        <b>{who.full}</b>
        <Lines draft={draft} asked={asked} />
        <Condition draft={draft} asked={asked} />
      </div>
    </Sheet>
  );
};
