import { useSearchParams } from 'react-router';
import { Center } from '../../../contract/emergencyNodes.ts';
import { boxes, type Filter } from './useEmergencies.ts';

/** An address that says something impossible is read without that part. */
export const readFilter = (search: URLSearchParams): Filter => ({
  box: boxes.find((one) => one === search.get('box')) ?? 'active',
  center: Center.safeParse(search.get('center')).data,
});

/** What is shown lives in the address, so that it can be sent to somebody. */
export const useFilter = () => {
  const [params, setParams] = useSearchParams();
  const change = (key: keyof Filter, value: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  return { filter: readFilter(params), change };
};
