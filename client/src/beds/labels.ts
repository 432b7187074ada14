/** As many as one department can have. */
export const MOST = 300;

const RANGE = /^(.*?)(\d+)\s*(?:至|到|~|～|—|–|-|to)\s*(.*?)(\d+)$/i;

/** `ICU-01 至 ICU-08` or `ICU-01~08`, counted out with the zeros of the first; null when it is no range. */
const countOut = (text: string): string[] | null => {
  const [, prefix = '', first = '', again = '', last = ''] = RANGE.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first === '' || (again !== '' && again !== prefix) || to <= from || to - from >= MOST) return null;
  return Array.from({ length: to - from + 1 }, (_, n) => prefix + String(from + n).padStart(first.length, '0'));
};

/** Bed labels as they are written down: one, several with commas, a range, or all of these; each once. */
export const labelsIn = (text: string): string[] => {
  const parts = text
    .split(/[,，、;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return [...new Set(parts.flatMap((part) => countOut(part) ?? [part]))];
};
