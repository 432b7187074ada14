import { useQuery } from '@tanstack/react-query';
import { directory } from '../directory/api.ts';

/** Hospitals that the reader may see figures of, by the side they stand on. */
export const useHospitals = () => {
  const items = useQuery({ ...directory.hospitals.query(), staleTime: 600_000 }).data?.items ?? [];
  return {
    all: items,
    inviters: items.filter(({ kind }) => kind === 'county'),
    invitees: items.filter(({ kind }) => kind === 'partner'),
    nameOf: (id: string): string | null => items.find((hospital) => hospital.id === id)?.shortName ?? null,
  };
};
