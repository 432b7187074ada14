import { useSearchParams } from 'react-router';

/** Which task lies open over the page: the address says it, so that a link leads there and going back closes it. */
export const useOpened = () => {
  const [search, setSearch] = useSearchParams();
  const linkTo = (id: string): string => {
    const next = new URLSearchParams(search);
    next.set('task', id);
    return `?${next}`;
  };
  const close = () =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        next.delete('task');
        return next;
      },
      { replace: true },
    );
  return { opened: search.get('task'), linkTo, close };
};
