import { PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Facts } from './Facts.tsx';
import { Note } from './Note.tsx';
import { Problem } from './Problem.tsx';
import { Sheet } from './Sheet.tsx';

interface Props {
  title: ReactNode;
  /** Patient and hospital first, then what is signed. */
  items: readonly (readonly [name: ReactNode, value: ReactNode])[];
  /** What a signature means here. */
  note: ReactNode;
  /** On the button; it names the patient. */
  word: string;
  verb: { busy: boolean; problem: string | null };
  onSign: () => void;
  onClose: () => void;
}

/** Names the patient and the hospital once more: a signature cannot be taken back. */
export const SignSheet = ({ title, items, note, word, verb, onSign, onClose }: Props) => {
  const { t } = useTranslation('common');
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button look="primary" icon={PenLine} busy={verb.busy} onClick={onSign}>
        {word}
      </Button>
    </>
  );
  return (
    <Sheet title={title} onClose={onClose} actions={actions}>
      <div className="stack">
        <Facts items={items} />
        <Note c="hai">{note}</Note>
        <Problem>{verb.problem}</Problem>
      </div>
    </Sheet>
  );
};
