import { Center } from '../../../contract/emergencyNodes.ts';
import { useAddress } from '../lib/address.ts';
import { boxes, type Filter } from './useEmergencies.ts';

/** An address that says something impossible is read without that part. */
export const readFilter = (search: URLSearchParams): Filter => ({
  box: boxes.find((one) => one === search.get('box')) ?? 'active',
  center: Center.safeParse(search.get('center')).data,
});

/** What is shown lives in the address, so that it can be sent to somebody. */
export const useFilter = () => {
  const { search, change } = useAddress<keyof Filter>();
  return { filter: readFilter(search), change };
};
