import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Reading } from '../../../../../contract/vitals.ts';
import { serverNow } from '../../../lib/clock.ts';
import { Field, FieldError, TextInput } from '../../../ui/Field.tsx';
import { Toggle } from '../../../ui/form/Toggle.tsx';
import { RecordSheet } from '../RecordSheet.tsx';
import type { Rescue } from '../rescue.ts';
import { useVerb } from '../useVerb.ts';
import { vitals } from '../useVitals.ts';
import { boundsOf, isWrong, type Measure, NAMES, type Oxygen, readingOf, type Typed } from './measured.ts';
import './road.css';

const OXYGEN = Reading.shape.oxygen.unwrap().options;
const UNITS = { systolic: 'mmHg', diastolic: 'mmHg', spo2: '%', temperature: '℃' } as const;

/** SpO₂ says little without it. */
const OxygenPick = ({ chosen, onPick, missing }: { chosen: Oxygen | null; onPick: (one: Oxygen) => void; missing: boolean }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  return (
    <fieldset className="toggles">
      <legend className="field-top">{t('emergency:road.oxygen')}</legend>
      {OXYGEN.map((one) => (
        <Toggle key={one} type="radio" name="oxygen" checked={one === chosen} onChange={() => onPick(one)}>
          {t(`vitals.oxygen.${one}`)}
        </Toggle>
      ))}
      {missing && <FieldError>{t('emergency:road.oxygenNeeded')}</FieldError>}
    </fieldset>
  );
};

const One = ({ name, text, onChange }: { name: Measure; text: string; onChange: (text: string) => void }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const unit = name === 'pulse' || name === 'respiration' ? t('vitals.perMinute') : UNITS[name];
  return (
    <Field
      label={`${t(`emergency:road.measure.${name}`)} ${unit}`}
      error={isWrong(name, text) && t('score.bounds', boundsOf(name))}
    >
      {(tied) => (
        <TextInput
          {...tied}
          inputMode="decimal"
          autoComplete="off"
          maxLength={6}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
};

/** What the crew reads off a cuff and a clip, as of now; any of them is enough. */
export const VitalsSheet = ({ rescue, onClose }: { rescue: Rescue; onClose: () => void }) => {
  const { t } = useTranslation('emergency');
  const cache = useQueryClient();
  const [typed, setTyped] = useState<Typed>({});
  const [oxygen, setOxygen] = useState<Oxygen | null>(null);
  const [lack, setLack] = useState<'nothing' | 'wrong' | 'oxygen' | null>(null);
  const verb = useVerb(rescue.id);
  const { id } = rescue;
  const send = () => {
    const reading = readingOf(typed, oxygen, new Date(serverNow()).toISOString());
    setLack(typeof reading === 'string' ? reading : null);
    if (typeof reading === 'string') return;
    const work = async () => {
      await vitals.send({ id, items: [reading] });
      await cache.invalidateQueries({ queryKey: vitals.recent.query({ id }).queryKey });
      return null;
    };
    verb.run({ work, done: t('road.measured'), after: onClose });
  };
  return (
    <RecordSheet rescue={rescue} title={t('road.byHand')} word={t('road.vitals')} verb={verb} onSend={send} onClose={onClose}>
      <div className="road-vitals">
        {NAMES.map((name) => (
          <One
            key={name}
            name={name}
            text={typed[name] ?? ''}
            onChange={(text) => setTyped((now) => ({ ...now, [name]: text }))}
          />
        ))}
      </div>
      <OxygenPick chosen={oxygen} onPick={setOxygen} missing={lack === 'oxygen' && !oxygen} />
      {lack === 'nothing' && <FieldError>{t('road.nothing')}</FieldError>}
    </RecordSheet>
  );
};
