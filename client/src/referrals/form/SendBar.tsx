import { CircleCheck, Send, Siren, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lane } from '../../../../contract/referralSheet.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { useLink } from '../../lib/link.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { FootBar } from '../../ui/form/FootBar.tsx';
import { Note } from '../../ui/Note.tsx';
import { isSent, modeOf } from './mode.ts';
import { Rival } from './Rival.tsx';
import { SavedLine } from './SavedLine.tsx';
import type { Draft } from './useDraft.ts';
import type { Sending } from './useSubmit.ts';

interface Props {
  draft: Draft;
  referral: Referral;
  /** Fields that are not right and wait on the device. */
  held: number;
  sending: Sending;
  onSend: () => void;
  children: ReactNode;
}

const Held = () => {
  const { t } = useTranslation('referrals');
  const { online } = useLink();
  return (
    <Note c={online ? 'met' : 'urgent'} icon={online ? CircleCheck : WifiOff} live>
      {t(online ? 'new.held.back' : 'new.held.off')}
    </Note>
  );
};

const Notes = ({ draft, sending }: { draft: Draft; sending: Sending }) => {
  const problem = sending.problem ?? draft.problem;
  if (draft.rival) return <Rival draft={draft} />;
  if (sending.held) return <Held />;
  return (
    problem && (
      <Note c="unmet" live>
        {problem}
      </Note>
    )
  );
};

/** `elective` goes to one's own 医务科 first; `complete`: sent, the rest follows; `read`: sent, and saved while it is written. */
const actOf = (referral: Referral, lane: Lane) => {
  if (isSent(referral)) return modeOf(referral) === 'gaps' ? 'complete' : 'read';
  if (lane === 'green') return 'green';
  return referral.direction === 'down' ? 'down' : 'elective';
};

/** Stays enabled, because a fault is shown better by trying. */
export const SendBar = ({ draft, referral, held, sending, onSend, children }: Props) => {
  const { t } = useTranslation('referrals');
  const act = actOf(referral, draft.form.lane);
  return (
    <FootBar notes={<Notes draft={draft} sending={sending} />} saved={<SavedLine draft={draft} held={held} />}>
      {children}
      {act === 'read' ? (
        <ButtonLink to={`/referrals/${referral.id}`} size="large">
          {t('new.send.read')}
        </ButtonLink>
      ) : (
        <Button
          look={act === 'green' ? 'danger' : 'primary'}
          size="large"
          icon={act === 'green' ? Siren : Send}
          busy={sending.busy}
          onClick={onSend}
        >
          {t(`new.send.${act}`)}
        </Button>
      )}
    </FootBar>
  );
};
