/** The values of ui/tokens.css that a chart needs as plain colours. */
const names = [
  ...(['shan', 'hai', 'routine', 'trauma', 'stroke', 'maternal'] as const),
  ...(['unmet', 'missing', 'ink', 'ink-2', 'ink-3', 'line', 'line-strong', 'card'] as const),
] as const;
export type Colours = Record<(typeof names)[number], string> & { font: string };

export const readColours = (): Colours => {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const colours = Object.fromEntries(names.map((name) => [name, value(name)])) as Record<(typeof names)[number], string>;
  return { ...colours, font: value('font') };
};
