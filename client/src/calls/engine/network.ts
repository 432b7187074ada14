/** Told when this device may have changed its network: the old path may be dead, and ICE alone takes half a minute to notice. */
export const watchNetwork = (changed: () => void): (() => void) => {
  const connection = (globalThis.navigator as { connection?: EventTarget } | undefined)?.connection;
  globalThis.addEventListener?.('online', changed);
  connection?.addEventListener('change', changed);
  return () => {
    globalThis.removeEventListener?.('online', changed);
    connection?.removeEventListener('change', changed);
  };
};
