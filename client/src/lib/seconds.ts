/** `2026-11-23T09:32:05`, Beijing time: `<input type="datetime-local" step="1">`, since some targets are of one minute. */
export const inputSeconds = (at: number | Date): string => new Date(Number(at) + 8 * 3_600_000).toISOString().slice(0, 19);

/** A browser leaves out seconds that are nought. Null for what is no time yet. */
export const fromInputSeconds = (text: string): Date | null => {
  const at = new Date(`${text.length === 16 ? `${text}:00` : text}+08:00`);
  return Number.isNaN(at.getTime()) ? null : at;
};
