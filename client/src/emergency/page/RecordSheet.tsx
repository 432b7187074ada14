import { UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import type { Rescue } from './rescue.ts';
import type { Verb } from './useVerb.ts';
import { useWho } from './words.ts';

interface Props {
  rescue: Rescue;
  title: ReactNode;
  /** On the button that records; it states what becomes of it. */
  word: string;
  /** What runs when it is sent, where that is the server's to answer. */
  verb?: Pick<Verb, 'busy' | 'problem'>;
  grave?: boolean;
  onSend: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** The frame of everything that writes about a case: whose it is stands over it and on its button (domain §0.7). */
export const RecordSheet = ({ rescue, title, word, verb, grave, onSend, onClose, children }: Props) => {
  const { t } = useTranslation('common');
  const { full, short } = useWho(rescue);
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button look={grave ? 'danger' : 'primary'} busy={verb?.busy ?? false} onClick={onSend}>
        {word}
        <small className="ec-whose">{short}</small>
      </Button>
    </>
  );
  return (
    <Sheet title={title} onClose={onClose} actions={actions}>
      <div className="stack ec-form">
        <p className="ec-who">
          <UserRound aria-hidden size={18} />
          <b>{full}</b>
        </p>
        {children}
        <Problem>{verb?.problem}</Problem>
      </div>
    </Sheet>
  );
};
