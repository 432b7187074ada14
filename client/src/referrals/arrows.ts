import type { KeyboardEvent } from 'react';

const GROUP = '[data-cards]';
const LINK = 'a[data-open], a.lrow-link';

const linksIn = (group: Element | undefined): HTMLElement[] => [...(group?.querySelectorAll<HTMLElement>(LINK) ?? [])];

/** The place that an arrow leads to from card `at` of group `group`; groups without cards are stepped over. */
export const neighbour = (sizes: readonly number[], { group, at }: { group: number; at: number }, key: string) => {
  const across = { ArrowRight: 1, ArrowLeft: -1 }[key];
  const within = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: (sizes[group] ?? 0) - 1 }[key];
  if (within !== undefined) return within >= 0 && within < (sizes[group] ?? 0) ? { group, at: within } : null;
  if (!across) return null;
  let next = group + across;
  while (sizes[next] === 0) next += across;
  const size = sizes[next];
  return size ? { group: next, at: Math.min(at, size - 1) } : null;
};

/** Arrow keys between cards: down and up within a column, left and right between them; Enter is the link's own. */
export const arrows = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const groups = [...event.currentTarget.querySelectorAll(GROUP)].map((group) => linksIn(group));
  const group = groups.findIndex((links) => links.includes(document.activeElement as HTMLElement));
  if (group < 0) return;
  const at = groups[group]!.indexOf(document.activeElement as HTMLElement);
  const sizes = groups.map((links) => links.length);
  const to = neighbour(sizes, { group, at }, event.key);
  if (!to) return;
  event.preventDefault();
  const link = groups[to.group]![to.at]!;
  link.focus();
  link.scrollIntoView({ block: 'nearest' });
};
