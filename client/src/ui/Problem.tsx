import { Note } from './Note.tsx';

/** Why something did not happen, said as soon as it is known; nothing while there is nothing to say. */
export const Problem = ({ children }: { children: string | null | undefined }) =>
  children ? (
    <Note c="unmet" live>
      {children}
    </Note>
  ) : null;
