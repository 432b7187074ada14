import { useEffect, useState } from 'react';

/** Keeps the screen on while the page is shown; false where the browser cannot (or on a plain-http page). */
export const useWakeLock = (): boolean => {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const take = async () => {
      if (document.visibilityState !== 'visible' || !navigator.wakeLock) return;
      // Refused on a low battery: the page says that the screen may sleep.
      lock = await navigator.wakeLock.request('screen').catch(() => null);
      if (over) return void lock?.release();
      setHeld(lock !== null);
      lock?.addEventListener('release', () => setHeld(false));
    };
    void take();
    document.addEventListener('visibilitychange', take);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', take);
      void lock?.release();
    };
  }, []);
  return held;
};
