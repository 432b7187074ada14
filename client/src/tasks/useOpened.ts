import { useAddress, withPart } from '../lib/address.ts';

/** Which task lies open over the page: the address says it, so that a link leads there and going back closes it. */
export const useOpened = () => {
  const { search, change } = useAddress();
  return {
    opened: search.get('task'),
    linkTo: (id: string): string => `?${withPart(search, 'task', id)}`,
    close: () => change('task', ''),
  };
};
