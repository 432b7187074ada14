import { UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import type { Verb } from '../page/useVerb.ts';
import { useWho } from '../page/words.ts';

interface Props {
  referral: Referral;
  /** Of the machine, or a matter beside it: its words are under `verb`, `page.act` and `page.follows`. */
  name: string;
  verb: Verb;
  /** It ends or undoes something. */
  grave?: boolean;
  onSend: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Frame of every form on the page: whom it is about, what follows from it, and a button that says what is recorded. */
export const VerbSheet = ({ referral, name, verb, grave = false, onSend, onClose, children }: Props) => {
  const { t } = useTranslation(['referrals', 'common']);
  const who = useWho(referral);
  const follows = t(`page.follows.${name}`, { defaultValue: '' });
  const actions = (
    <>
      <Button onClick={onClose}>{t(grave ? 'page.keep' : 'common:cancel')}</Button>
      <Button look={grave ? 'danger' : 'primary'} busy={verb.busy} onClick={onSend}>
        {t(`page.act.${name}`, { who: who.short })}
      </Button>
    </>
  );
  return (
    <Sheet title={t(`verb.${name}`)} onClose={onClose} actions={actions}>
      <div className="stack verb-sheet">
        <p className="verb-who">
          <UserRound aria-hidden size={18} />
          <b>{who.full}</b>
        </p>
        {follows && <Note c={grave ? 'unmet' : 'hai'}>{follows}</Note>}
        {children}
        <Problem>{verb.problem}</Problem>
      </div>
    </Sheet>
  );
};
