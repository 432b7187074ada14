/** `'79 4, 80 6'`: what a table says at each of these values. */
export const rows = (text: string): [value: number, is: number][] =>
  text.split(', ').map((row) => row.split(' ').map(Number) as [number, number]);
