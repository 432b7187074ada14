import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { oxygenNeeded, type Sheet } from '../../../../contract/referralSheet.ts';
import { number } from '../../lib/format.ts';
import { LongField, TextField } from '../../ui/form/bind.tsx';
import { Note } from '../../ui/Note.tsx';
import { oxygenOf } from '../page/oxygen.ts';
import { ChoiceField, type FormBind, ManyField, NumberField } from './controls.tsx';

const LOOKS = { enough: 'met', short: 'urgent', unknownStock: 'missing' } as const;

/** The sum for the road with twofold reserve: a warning, never in the way. */
const OxygenSum = ({ sheet }: { sheet: Sheet }) => {
  const { t } = useTranslation('referrals');
  const { state, need, have } = oxygenOf({ sheet, oxygenNeeded: oxygenNeeded(sheet.transport ?? {}) });
  if (state === 'none' || state === 'unknownNeed') return null;
  return (
    <Note c={LOOKS[state]} {...(state === 'short' && { icon: TriangleAlert })} live>
      {t(`page.oxygen.${state}`, { need: number(need), have: number(have) })}
    </Note>
  );
};

/** How the patient travels, with what, and what may happen on the way. */
export const TransportFields = ({ bind, sheet }: { bind: FormBind; sheet: Sheet }) => {
  const { t } = useTranslation('referrals');
  return (
    <div className="stack">
      <div className="grid">
        <ChoiceField bind={bind} name="mode" />
        <TextField bind={bind} name="escort" maxLength={200} hint={t('new.hint.escort')} />
      </div>
      <div className="vitals vitals-three">
        <NumberField bind={bind} name="routeMinutes" inputMode="numeric" />
        <NumberField bind={bind} name="oxygenFlow" />
        <NumberField bind={bind} name="oxygenLitres" hint={t('new.hint.oxygenLitres')} />
      </div>
      <OxygenSum sheet={sheet} />
      <ManyField bind={bind} name="risks" />
      <TextField bind={bind} name="riskNote" maxLength={500} />
      <LongField bind={bind} name="instructions" rows={2} maxLength={1000} hint={t('new.hint.instructions')} />
      <div className="grid">
        <TextField bind={bind} name="plate" maxLength={20} autoComplete="off" />
        <TextField bind={bind} name="carPhone" type="tel" inputMode="tel" maxLength={20} hint={t('new.hint.carPhone')} />
      </div>
    </div>
  );
};
