import { Split } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientPage } from '../../../contract/patients.ts';
import { dateTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { useUnmerge } from './useMerging.ts';
import { WhySheet } from './WhySheet.tsx';

/** What a desk has put together here, by whom and why; each can be taken apart exactly as it was. */
export const Merges = ({ merges }: Pick<PatientPage, 'merges'>) => {
  const { t } = useTranslation('patients');
  const { unmerge, busy } = useUnmerge();
  const [chosen, setChosen] = useState<string>();
  const close = () => setChosen(undefined);
  return (
    <Card title={t('merges.title')}>
      <ul>
        {merges.map(({ id, reason, by, at }) => (
          <li key={id} className="statement">
            <span>{reason}</span>
            <small className="mute">{t('merges.by', { name: by.name, at: dateTime(at) })}</small>
            <Button size="small" icon={Split} onClick={() => setChosen(id)}>
              {t('merges.split')}
            </Button>
          </li>
        ))}
      </ul>
      {chosen && (
        <WhySheet
          title={t('merges.title')}
          note={t('merges.note')}
          confirm={t('merges.split')}
          icon={Split}
          busy={busy}
          onSend={(reason) => unmerge({ mergeId: chosen, reason }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </Card>
  );
};
