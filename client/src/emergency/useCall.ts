import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Center } from '../../../contract/emergencyNodes.ts';
import { Phone } from '../../../contract/records.ts';
import { CALLBACK } from '../consults/callback.ts';
import { pressedNow } from '../lib/clock.ts';
import { keepDraft } from '../lib/storage.ts';
import { roadMs } from './minutes.ts';
import { keepActivation } from './outbox.ts';

/** What may go with a call; none of it holds it up. */
export interface Beside {
  bed: string;
  callbackPhone: string;
  /** Until the ambulance arrives, as typed; empty where nobody rides. */
  minutes: string;
}

const ridingIn = (at: string, minutes: string) => {
  const ms = roadMs(minutes);
  if (ms === null) return {};
  const etaAt = new Date(Date.parse(at) + ms).toISOString();
  return { etaAt, arrivalMode: 'ambulance' as const, flags: ['ambulance' as const] };
};

/** A number that is not one yet stays behind rather than stop the call. */
export const isPhone = (text: string): boolean => Phone.safeParse(text).success;

/** One press: the case is on this device and its page open before anything is sent. */
export const useCall = (onCalled: () => void) => {
  const navigate = useNavigate();
  const [called, setCalled] = useState(false);
  return (center: Center, hospitalId: string, { bed, callbackPhone, minutes }: Beside): void => {
    // A hand in a hurry presses twice: that is one call.
    if (called) return;
    setCalled(true);
    const id = crypto.randomUUID();
    const known = { ...(bed.trim() && { bed: bed.trim() }), ...(isPhone(callbackPhone) && { callbackPhone }) };
    const pressed = pressedNow();
    void keepActivation({ id, center, hospitalId, ...pressed, ...known, ...ridingIn(pressed.at, minutes) });
    if (isPhone(callbackPhone)) void keepDraft(CALLBACK, callbackPhone);
    onCalled();
    void navigate(`/emergencies/${id}`);
  };
};
