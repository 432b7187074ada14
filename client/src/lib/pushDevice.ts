const KEPT = 'shanhai.alerts';

/** Whose alerts this browser shows; null when nobody has turned them on here. */
export const alertsOf = (): string | null => localStorage.getItem(KEPT);
export const keepAlertsOf = (personId: string): void => localStorage.setItem(KEPT, personId);

/** What the browser has agreed with its push service; null where it has not, or cannot. */
export const deviceOf = async (): Promise<PushSubscription | null> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  return (await registration?.pushManager?.getSubscription()) ?? null;
};

/** No more alerts in this browser, whatever the line; the server's side ends with the sign-in. */
export const dropDevice = async (): Promise<void> => {
  if (!alertsOf()) return;
  localStorage.removeItem(KEPT);
  await (await deviceOf())?.unsubscribe();
};
