import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Eye, Lock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { time } from '../../lib/format.ts';
import { useRefusalText } from '../../lib/refusalText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { State } from '../../ui/State.tsx';
import { referrals } from '../api.ts';

/** Shorter is no reason that anybody could judge afterwards. */
const LEAST = 8;

const BreakSheet = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation(['referrals', 'common']);
  const cache = useQueryClient();
  const text = useRefusalText();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => referrals.breakGlass({ id, reason: reason.trim() }),
    onSuccess: () => cache.resetQueries({ queryKey: referrals.read.query({ id }).queryKey }),
  });
  const short = reason.trim().length < LEAST;
  const send = () => {
    setAsked(true);
    if (!short) mutate();
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="danger" busy={isPending} onClick={send}>
        {t('page.glass.open')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('page.glass.title')} onClose={onClose} actions={actions}>
      <div className="stack">
        <Note c="stat">{t('page.glass.means')}</Note>
        <Field label={t('page.glass.why')} required hint={t('page.glass.hint')} error={asked && short && t('page.glass.short')}>
          {(tied) => <TextArea {...tied} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        {error && (
          <Note c="unmet" live>
            {text(error)}
          </Note>
        )}
      </div>
    </Sheet>
  );
};

/** Not there, or not the reader's: one text for both, and a way in that leaves a trace. */
export const ClosedCase = ({ id }: { id: string }) => {
  const { t } = useTranslation(['referrals', 'common']);
  const [open, setOpen] = useState(false);
  const ask = (
    <>
      <Button icon={Eye} onClick={() => setOpen(true)}>
        {t('page.glass.ask')}
      </Button>
      <ButtonLink look="text" to="/">
        {t('common:goHome')}
      </ButtonLink>
    </>
  );
  return (
    <>
      <State page c="missing" icon={Lock} title={t('page.glass.closed')} actions={ask}>
        {t('page.glass.closedText')}
      </State>
      {open && <BreakSheet id={id} onClose={() => setOpen(false)} />}
    </>
  );
};

/** Over everything that is read through the broken glass. */
export const GlassBand = ({ referral: { sight, sightUntil } }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  if (sight !== 'glass') return null;
  return (
    <p className="glass-band" role="status">
      <Eye aria-hidden size={18} /> {t('page.glass.band', { at: sightUntil ? time(sightUntil) : '' })}
    </p>
  );
};
