/** The password of every synthetic account; printed at start and shown on the sign-in page of a demo network only. */
export const DEMO_PASSWORD = 'Shanhai-demo-2026';
