import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Entry } from '../../../contract/patients.ts';
import { Note } from '../ui/Note.tsx';
import { addressOf } from './words.ts';

/** Says which cases of a person are not over, quietly and with a way there. */
export const OpenNote = ({ cases }: { cases: readonly Entry[] }) => {
  const { t } = useTranslation('patients');
  if (cases.length === 0) return null;
  return (
    <Note c="urgent" icon={TriangleAlert} live>
      {t('open.note', { count: cases.length, n: cases.length })}{' '}
      {cases.map((entry) => (
        <Link key={entry.id} className="open-link num" to={addressOf(entry)}>
          {entry.number}
        </Link>
      ))}
    </Note>
  );
};
