import type { Referral } from '../../../../contract/referrals.ts';

type State = 'enough' | 'short' | 'unknownStock' | 'unknownNeed' | 'none';

/** Litres in the car against the road with twofold reserve; `none`: the patient breathes air. */
export const oxygenOf = ({ oxygenNeeded: need, sheet }: Pick<Referral, 'oxygenNeeded' | 'sheet'>) => {
  const have = sheet.transport?.oxygenLitres;
  const said = (state: State) => ({ state, need: need ?? 0, have: have ?? 0 });
  if (sheet.transport?.oxygenFlow === 0) return said('none');
  if (need === null) return said('unknownNeed');
  if (have === undefined) return said('unknownStock');
  return said(have < need ? 'short' : 'enough');
};
