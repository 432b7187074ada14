import type { VitalRanges } from '../../../../contract/referralSheet.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { CareFields } from './CareFields.tsx';
import { ConsentPart } from './ConsentPart.tsx';
import type { Checked } from './check.ts';
import type { FormBind } from './controls.tsx';
import { GoalFields } from './GoalFields.tsx';
import { MaternalFields } from './MaternalFields.tsx';
import { PatientPart } from './PatientPart.tsx';
import { HomeFields, PeopleFields } from './PeopleFields.tsx';
import type { PartName } from './parts.ts';
import { StoryFields } from './StoryFields.tsx';
import { TransportFields } from './TransportFields.tsx';
import type { Draft } from './useDraft.ts';
import { VitalFields } from './VitalFields.tsx';

export interface FieldsProps {
  bind: FormBind;
  draft: Draft;
  referral: Referral;
  checked: Checked;
  ranges: VitalRanges;
  maternal: boolean;
  onMaternal: (asked: boolean) => void;
}

/** The fields of one part. */
export const Fields = ({ part, ...props }: FieldsProps & { part: PartName }) => {
  const { bind, draft, referral, checked } = props;
  const parts: Record<PartName, () => React.ReactNode> = {
    goal: () => <GoalFields bind={bind} referral={referral} />,
    patient: () => <PatientPart bind={bind} referral={referral} onIdentify={(patient) => draft.settle({ patient })} />,
    story: () => (
      <StoryFields bind={bind} direction={referral.direction} maternal={props.maternal} onMaternal={props.onMaternal} />
    ),
    vitals: () => <VitalFields bind={bind} ranges={props.ranges} unusual={checked.unusual} />,
    care: () => <CareFields bind={bind} />,
    maternal: () => <MaternalFields bind={bind} sheet={checked.sheet} />,
    transport: () => <TransportFields bind={bind} sheet={checked.sheet} />,
    home: () => <HomeFields bind={bind} />,
    people: () => <PeopleFields bind={bind} />,
    consent: () => <ConsentPart bind={bind} />,
  };
  return parts[part]();
};
