import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CenterView } from '../../../contract/emergency.ts';
import { keepDraft, readDraft } from '../lib/storage.ts';
import { emergency } from './api.ts';

const NAME = 'emergency.centers';

/** What each center calls and the numbers to dial: from the server, and without a link as this device last heard it. */
export const useCenters = (): readonly CenterView[] => {
  const [kept, setKept] = useState<readonly CenterView[]>([]);
  const { data } = useQuery(emergency.centers.query());
  useEffect(() => void readDraft<CenterView[]>(NAME).then((draft) => setKept(draft?.value ?? [])), []);
  useEffect(() => {
    if (data) void keepDraft(NAME, data.items);
  }, [data]);
  return data?.items ?? kept;
};

/** A number once, however many centers name it. */
export const phonesOf = (centers: readonly CenterView[]): CenterView['phones'] => [
  ...new Map(centers.flatMap(({ phones }) => phones).map((line) => [line.phone, line])).values(),
];
