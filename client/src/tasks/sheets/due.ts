import { serverNow } from '../../lib/clock.ts';

const hours = { '2h': 2, '6h': 6, '24h': 24, '3d': 72, '7d': 168, '30d': 720 } as const;
export type Span = keyof typeof hours | 'at';
export const spans: readonly Span[] = ['2h', '6h', '24h', '3d', '7d', '30d', 'at'];

/** The limit that was chosen, ISO 8601; `at` is Beijing time wherever the browser is. Null while it is not a time to come. */
export const dueIn = (span: Span, at: string): string | null => {
  const due = span === 'at' ? Date.parse(`${at}:00+08:00`) : serverNow() + hours[span] * 3_600_000;
  return due > serverNow() ? new Date(due).toISOString() : null;
};
