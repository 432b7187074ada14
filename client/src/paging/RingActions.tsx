import { Phone, Repeat2, Video } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RingCard } from '../../../contract/consults.ts';
import { DeclineSheet } from '../consults/verbs/DeclineSheet.tsx';
import { PhoneSheet } from '../consults/verbs/PhoneSheet.tsx';
import { Problem } from '../ui/Problem.tsx';
import type { Overtaken } from './overtaken.ts';
import { useAnswer } from './useAnswer.ts';

interface Props {
  ring: RingCard;
  onOvertaken: (by: Overtaken) => void;
}

/** 接听 widest, 转二线 one press, 拒绝 with a reason. */
export const RingActions = ({ ring, onOvertaken }: Props) => {
  const { t } = useTranslation('paging');
  const answer = useAnswer(ring, onOvertaken);
  const [sheet, setSheet] = useState<'decline' | 'phone' | null>(null);
  const can = new Set(ring.can);
  return (
    <footer className="ring-acts">
      <Problem>{answer.problem}</Problem>
      {can.has('decline') && (
        <button type="button" className="ring-no" disabled={answer.busy} onClick={() => setSheet('decline')}>
          {t('decline')}
          <small>{t('declineWhy')}</small>
        </button>
      )}
      {can.has('accept') && (
        <button type="button" className="ring-yes" disabled={answer.busy} onClick={() => void answer.accept()}>
          <Video aria-hidden size={24} />
          {t('accept')}
        </button>
      )}
      {can.has('answerByPhone') && (
        <button
          type="button"
          className={can.has('accept') ? 'ring-half' : 'ring-yes'}
          disabled={answer.busy}
          onClick={() => setSheet('phone')}
        >
          <Phone aria-hidden size={20} />
          {t('byPhone')}
        </button>
      )}
      {can.has('passOn') && (
        <button type="button" className="ring-half" disabled={answer.busy} onClick={() => void answer.passOn()}>
          <Repeat2 aria-hidden size={20} />
          {ring.next.name ? t('passOnTo', { name: ring.next.name }) : t('passOn')}
        </button>
      )}
      {sheet === 'decline' && (
        <DeclineSheet
          name={ring.desk ? 'decline' : 'refuse'}
          urgency={ring.urgency}
          busy={answer.busy}
          problem={answer.problem}
          onSend={(reason, note) => void answer.decline(reason, note)}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === 'phone' && <PhoneSheet consult={{ id: ring.consultId }} onClose={() => setSheet(null)} />}
    </footer>
  );
};
