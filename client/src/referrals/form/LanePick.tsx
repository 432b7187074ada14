import { Siren, Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Lane } from '../../../../contract/referralSheet.ts';
import { PickField } from '../../ui/form/PickField.tsx';

interface Props {
  value: Lane;
  onChange: (lane: Lane) => void;
}

/** 急诊绿道 asks the hospital first and the papers later; elective the other way round. */
export const LanePick = ({ value, onChange }: Props) => {
  const { t } = useTranslation('referrals');
  return (
    <PickField
      label={t('new.field.lane')}
      name="lane"
      value={value}
      onChange={onChange}
      picks={[
        { value: 'green', c: 'stat', icon: Siren, word: t('new.lane.green'), note: t('new.lane.greenNote') },
        { value: 'elective', c: 'shan', icon: Timer, word: t('new.lane.elective'), note: t('new.lane.electiveNote') },
      ]}
    />
  );
};
