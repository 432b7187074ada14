import { LiveCall } from './call.ts';
import type { OpenCall } from './types.ts';

/** Opens a call on this device; nothing is asked of the server or of the devices until its first verb. */
export const openCall: OpenCall = (of) => new LiveCall(of);
