import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Field, TextArea } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Sheet } from '../ui/Sheet.tsx';

interface Props {
  title: string;
  note: string;
  confirm: string;
  icon: LucideIcon;
  busy: boolean;
  problem?: string | null;
  onSend: (reason: string) => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Merging and taking apart both ask why, and keep the answer. */
export const WhySheet = ({ title, note, confirm, icon, busy, problem, onSend, onClose, children }: Props) => {
  const { t } = useTranslation(['patients', 'common']);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const send = () => (reason.trim() ? onSend(reason.trim()) : setAsked(true));
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" icon={icon} busy={busy} onClick={send}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Sheet title={title} onClose={onClose} actions={actions}>
      <div className="stack">
        {children}
        <Note c="hai">{note}</Note>
        <Field label={t('merge.why')} required hint={t('merge.whyHint')} error={asked && !reason.trim() && t('merge.whyNeeded')}>
          {(tied) => <TextArea {...tied} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <Problem>{problem}</Problem>
      </div>
    </Sheet>
  );
};
