import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { serverNow } from '../../lib/clock.ts';
import { inputSeconds } from '../../lib/seconds.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Select, TextInput } from '../../ui/Field.tsx';
import { SwitchField } from '../../ui/form/bind.tsx';
import { InstrumentField } from './InstrumentField.tsx';
import type { TimeForm } from './timeForm.ts';

const AGO_MINUTES = [0, 1, 5, 10] as const;
const SOURCES = ['manual', 'device', 'his', 'ems'] as const;
/** Only an onset can be stood in for by the time when somebody was last seen well. */
const SEEN_WELL: readonly NodeCode[] = ['ONSET', 'LKW', 'INJURY'];

interface Props {
  /** Whose instruments. */
  hospitalId: string | null;
  node: NodeCode;
  form: TimeForm;
  set: (part: Partial<TimeForm>) => void;
  /** What is measured at this node. */
  measured: boolean;
  fault: (name: 'at' | 'value') => string | undefined;
}

/** When it was, how well that is known, from where, and what was measured. */
export const MomentPart = ({ hospitalId, node, form, set, measured, fault }: Props) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const precisions = SEEN_WELL.includes(node) ? (['exact', 'estimated', 'lkw'] as const) : (['exact', 'estimated'] as const);
  return (
    <>
      <Field label={t('late.at')} hint={t('late.atHint')} required error={fault('at')}>
        {(tied) => (
          <TextInput
            {...tied}
            type="datetime-local"
            step={1}
            value={form.at}
            onChange={(event) => set({ at: event.target.value })}
          />
        )}
      </Field>
      <div className="row ec-ago">
        {AGO_MINUTES.map((minutes) => (
          <Button key={minutes} size="small" onClick={() => set({ at: inputSeconds(serverNow() - minutes * 60_000) })}>
            {minutes === 0 ? t('late.now') : t('late.ago', { minutes })}
          </Button>
        ))}
      </div>
      {measured && (
        <Field label={t('late.temperature')} required error={fault('value')}>
          {(tied) => (
            <TextInput
              {...tied}
              type="number"
              inputMode="decimal"
              step={0.1}
              value={form.value}
              onChange={(event) => set({ value: event.target.value })}
            />
          )}
        </Field>
      )}
      <SwitchField
        label={t('late.precision')}
        name="precision"
        value={form.precision}
        options={precisions}
        word={(one) => t(`emergency:precision.${one}`)}
        onChange={(precision) => set({ precision })}
      />
      <Field label={t('late.source')}>
        {(tied) => (
          <Select {...tied} value={form.source} onChange={(event) => set({ source: event.target.value as TimeForm['source'] })}>
            {SOURCES.map((source) => (
              <option key={source} value={source}>
                {t(`emergency:source.${source}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {form.source === 'device' && <InstrumentField hospitalId={hospitalId} form={form} set={set} />}
    </>
  );
};
