const PATIENCE_MS = 15_000;

/** Where this device is now; null where it does not know or may not say. */
export const here = (): Promise<{ latitude: number; longitude: number } | null> =>
  new Promise((done) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => done({ latitude, longitude }),
      () => done(null),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    ),
  );
