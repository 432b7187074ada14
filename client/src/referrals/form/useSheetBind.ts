import { useTranslation } from 'react-i18next';
import { type Direction, owed, type SheetField, VitalName, type VitalRanges } from '../../../../contract/referralSheet.ts';
import { useBind } from '../../ui/form/useBind.ts';
import { type Checked, FIRST } from './check.ts';
import { FIELDS } from './fields.ts';
import type { Form, Name } from './form.ts';
import type { Draft } from './useDraft.ts';
import { useVitalWords } from './VitalFields.tsx';

const isVital = (name: string): name is VitalName => VitalName.safeParse(name).success;

/** What the sheet is asked for by this field; null for where it goes. */
const topOf = (name: Name): string | null => (name in FIELDS ? FIELDS[name as keyof typeof FIELDS][0].split('.')[0]! : null);

/** Wanted wherever they are shown. */
const ALWAYS: ReadonlySet<Name> = new Set(['outHospital', 'outPhone', 'signer', 'signerName'] as const);
const namesOf = (field: SheetField): Name[] => (field === 'companion' ? ['companionName', 'companionPhone'] : [FIRST[field]]);

interface Binding {
  direction: Direction;
  draft: Draft;
  checked: Checked;
  ranges: VitalRanges;
  /** After sending: what may still be filled in; null for everything. */
  gaps: readonly SheetField[] | null;
}

/** The sheet as its fields see it, with what is wrong in plain words. */
export const useSheetBind = ({ direction, draft: { form, set }, checked, ranges, gaps }: Binding) => {
  const { t } = useTranslation('referrals');
  const vitalWords = useVitalWords(form, ranges);
  const wanted = new Set(owed({ direction, lane: form.lane, sheet: {} }).flatMap(namesOf));
  return useBind<Form>({
    form,
    set,
    faults: checked.faults,
    required: (name) => wanted.has(name) || ALWAYS.has(name) || checked.faults[name] === 'needed',
    label: (name) => t(`new.field.${name}`),
    wrong: (name, fault) =>
      fault === 'impossible' && isVital(name)
        ? vitalWords(name, 'impossible')
        : t([`new.wrong.${name}.${fault}`, `new.wrong.${fault}`]),
    ...(gaps && { locked: (name) => !gaps.some((field) => field === topOf(name)) }),
  });
};
