import { useQuery } from '@tanstack/react-query';
import { patients as actions } from '../../../contract/patients.ts';
import { patients } from './api.ts';
import { OpenNote } from './OpenNote.tsx';

/** Warns of cases of this person that are not over, among the reader's own, once what was typed is a whole number. */
export const OpenCases = ({ papers }: { papers: object }) => {
  const { data: input } = actions.open.input.safeParse(papers);
  const { data } = useQuery({
    queryKey: ['patients', 'open', input],
    queryFn: () => (input ? patients.open(input) : { items: [] }),
    enabled: input !== undefined,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <div className="wide">
      <OpenNote cases={data.items} />
    </div>
  );
};
