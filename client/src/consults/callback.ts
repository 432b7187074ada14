/** Under which the device remembers the callback number: it is nearly always the same, and offered next time. */
export const CALLBACK = 'consults.callback';
