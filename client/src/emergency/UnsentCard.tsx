import { RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';
import { CenterMark } from './CenterMark.tsx';
import type { KeptActivation } from './order.ts';
import { discard, sendAgain } from './outbox.ts';
import { useUnsentWords } from './useUnsentWords.ts';

/** What was refused: once more, or, asked twice, no more. */
const Verbs = ({ id }: { id: string }) => {
  const { t } = useTranslation(['emergency', 'common']);
  const [sure, setSure] = useState(false);
  return (
    <div className="ecard-foot ecard-acts row">
      <Button size="small" icon={RefreshCw} onClick={() => void sendAgain(id)}>
        {t('common:retry')}
      </Button>
      <Button size="small" look="text" icon={Trash2} onClick={() => (sure ? void discard(id) : setSure(true))}>
        {t(sure ? 'unsent.discardSure' : 'unsent.discard')}
      </Button>
    </div>
  );
};

/** A case that is on this device only: waiting for the line, or refused, and then the reader says what becomes of it. */
export const UnsentCard = ({ activation }: { activation: KeptActivation }) => {
  const { t } = useTranslation('emergency');
  const { title, state } = useUnsentWords()(activation);
  const { id, center, refused } = activation;
  return (
    <li className="ecard ecard-unsent" data-c={center}>
      <CenterMark center={center} />
      <div className="ecard-what">
        <h3>
          <Link to={`/emergencies/${id}`} className="ecard-link">
            {title}
          </Link>
        </h3>
        <span className="soft">{state}</span>
      </div>
      <Tag c="stat" look={refused ? 'solid' : 'dash'}>
        {t(refused ? 'unsent.refused' : 'unsent.tag')}
      </Tag>
      {refused && <Verbs id={id} />}
    </li>
  );
};
