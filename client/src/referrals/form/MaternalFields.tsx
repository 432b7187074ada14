import { useTranslation } from 'react-i18next';
import type { Sheet } from '../../../../contract/referralSheet.ts';
import { TextField } from '../../ui/form/bind.tsx';
import { shockIndex } from '../page/shockIndex.ts';
import { ChoiceField, type FormBind, ManyField, MomentText, NumberField } from './controls.tsx';

const COURSE = ['weeks', 'days'] as const;
const BALANCE = ['crystalloid', 'colloid', 'bloodLoss', 'vaginalLoss', 'urine'] as const;
const GASES = ['ph', 'po2', 'pco2', 'bicarbonate', 'lactate', 'baseExcess'] as const;

const Numbers = ({
  bind,
  names,
}: {
  bind: FormBind;
  names: readonly (typeof COURSE | typeof BALANCE | typeof GASES)[number][];
}) => names.map((name) => <NumberField key={name} bind={bind} name={name} />);

/** 孕产妇转会诊单: course, rescue, balance, blood gas, birth. */
export const MaternalFields = ({ bind, sheet }: { bind: FormBind; sheet: Sheet }) => {
  const { t } = useTranslation('referrals');
  return (
    <div className="stack">
      <div className="vitals">
        <Numbers bind={bind} names={COURSE} />
        <div className="vitals-at">
          <MomentText bind={bind} name="rescueFrom" />
        </div>
        <NumberField bind={bind} name="rescueMinutes" />
      </div>
      <h3>{t('new.maternalPart.balance')}</h3>
      <div className="vitals">
        <Numbers bind={bind} names={BALANCE} />
        <output className="reckoned">
          {t('new.maternalPart.shock')} <b className="num">{shockIndex(sheet) ?? t('new.maternalPart.shockUnknown')}</b>
        </output>
      </div>
      <TextField bind={bind} name="bloodProducts" maxLength={300} hint={t('new.hint.bloodProducts')} />
      <h3>{t('new.maternalPart.gas')}</h3>
      <div className="vitals">
        <Numbers bind={bind} names={GASES} />
      </div>
      <h3>{t('new.maternalPart.birth')}</h3>
      <div className="vitals">
        <ChoiceField bind={bind} name="deliveryMode" />
        <div className="vitals-at">
          <MomentText bind={bind} name="deliveredAt" />
        </div>
        <TextField bind={bind} name="apgar" maxLength={20} hint="8-9-10" autoComplete="off" />
        <ChoiceField bind={bind} name="placenta" />
        <ChoiceField bind={bind} name="intubated" />
      </div>
      <ManyField bind={bind} name="drugs" />
      <ManyField bind={bind} name="procedures" />
    </div>
  );
};
