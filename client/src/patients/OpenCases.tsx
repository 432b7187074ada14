import { useQuery } from '@tanstack/react-query';
import { isIdNumber } from '../../../contract/records.ts';
import { patients } from './api.ts';
import { OpenNote } from './OpenNote.tsx';

/** Warns of cases of this person that are not over, among the reader's own, once the number typed is a whole one. */
export const OpenCases = ({ idNumber: typed }: { idNumber: string }) => {
  const idNumber = typed.trim().toUpperCase();
  const { data } = useQuery({
    queryKey: ['patients', 'open', idNumber],
    queryFn: () => patients.open({ idNumber }),
    enabled: isIdNumber(idNumber),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <div className="wide">
      <OpenNote cases={data.items} />
    </div>
  );
};
