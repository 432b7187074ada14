import { useEffect, useEffectEvent } from 'react';
import { useLink } from './link.ts';

/** Does what was held while the line was down by itself once it is back: the doctor has turned to the patient. */
export const useWhenBack = (held: boolean, work: () => void): void => {
  const { online } = useLink();
  const again = useEffectEvent(() => void (held && work()));
  useEffect(() => void (online && again()), [online]);
};
