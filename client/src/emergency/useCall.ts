import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Center } from '../../../contract/emergencyNodes.ts';
import { Phone } from '../../../contract/records.ts';
import { CALLBACK } from '../consults/callback.ts';
import { pressedNow } from '../lib/clock.ts';
import { keepDraft } from '../lib/storage.ts';
import { keepActivation } from './outbox.ts';

/** What may go with a call; none of it holds it up. */
export interface Beside {
  bed: string;
  callbackPhone: string;
}

/** A number that is not one yet stays behind rather than stop the call. */
export const isPhone = (text: string): boolean => Phone.safeParse(text).success;

/** One press: the case is on this device and its page open before anything is sent. */
export const useCall = (onCalled: () => void) => {
  const navigate = useNavigate();
  const [called, setCalled] = useState(false);
  return (center: Center, hospitalId: string, { bed, callbackPhone }: Beside): void => {
    // A hand in a hurry presses twice: that is one call.
    if (called) return;
    setCalled(true);
    const id = crypto.randomUUID();
    const known = { ...(bed.trim() && { bed: bed.trim() }), ...(isPhone(callbackPhone) && { callbackPhone }) };
    void keepActivation({ id, center, hospitalId, ...pressedNow(), ...known });
    if (isPhone(callbackPhone)) void keepDraft(CALLBACK, callbackPhone);
    onCalled();
    void navigate(`/emergencies/${id}`);
  };
};
