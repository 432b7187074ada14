const KEY = 'shanhai.seat';

/**
 * This tab's name for its seats. A reload keeps it, so it finds the seat it had; another tab or computer is another
 * seat of the same person.
 */
export const deviceOfTab = (): string => {
  const known = globalThis.sessionStorage?.getItem(KEY);
  if (known) return known;
  const device = crypto.randomUUID();
  globalThis.sessionStorage?.setItem(KEY, device);
  return device;
};
