import { Ambulance, FilePen } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { Adoption, Consult, Outcome } from '../../../contract/consults.ts';
import { dateTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Choice, Field, TextArea } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Problem } from '../ui/Problem.tsx';
import { consults } from './api.ts';
import { useVerb } from './useVerb.ts';

const adoptions: readonly z.infer<typeof Adoption>[] = ['full', 'partial', 'none'];
const outcomes: readonly z.infer<typeof Outcome>[] = ['continuedLocally', 'transferred', 'died', 'selfDischarged', 'other'];

/** The county doctor decides: adopted fully, partly or not; anything short of fully says why. */
const Adopt = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  const [adoption, setAdoption] = useState<z.infer<typeof Adoption> | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const verb = useVerb(consult.id);
  const wantsReason = adoption === 'partial' || adoption === 'none';
  const lacks = wantsReason && reason.trim() === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!adoption || lacks) return;
    const input = { id: consult.id, adoption, ...(wantsReason && { reason: reason.trim() }) };
    verb.run({ work: () => consults.acknowledge(input), done: t('past.acknowledge') });
  };
  return (
    <form className="stack" onSubmit={send}>
      <fieldset aria-label={t('adopt.title')} className="row">
        {adoptions.map((one) => (
          <Choice key={one} type="radio" name="adoption" checked={adoption === one} onChange={() => setAdoption(one)}>
            {t(`adopt.${one}`)}
          </Choice>
        ))}
      </fieldset>
      {asked && !adoption && <Note c="unmet">{t('adopt.choose')}</Note>}
      {wantsReason && (
        <Field label={t('adopt.why')} required error={asked && lacks && t('adopt.whyNeeded')}>
          {(tied) => (
            <TextArea {...tied} rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      )}
      <Problem>{verb.problem}</Problem>
      <div>
        <Button type="submit" look="primary" busy={verb.busy}>
          {t('adopt.send')}
        </Button>
      </div>
    </form>
  );
};

const CloseCase = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  const [outcome, setOutcome] = useState<z.infer<typeof Outcome> | null>(null);
  const verb = useVerb(consult.id);
  const [asked, setAsked] = useState(false);
  const send = () => {
    setAsked(true);
    if (outcome) verb.run({ work: () => consults.close({ id: consult.id, outcome }), done: t('past.close') });
  };
  return (
    <div className="stack">
      <fieldset>
        <legend className="soft small">{t('close.title')}</legend>
        <div className="row">
          {outcomes.map((one) => (
            <Choice key={one} type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)}>
              {t(`outcome.${one}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      {asked && !outcome && <Note c="unmet">{t('adopt.choose')}</Note>}
      {outcome === 'transferred' && (
        <Note c="hai" icon={Ambulance}>
          {t('close.refer')} <Link to={`/referrals/new?consult=${consult.id}`}>{t('verb.refer')}</Link>
        </Note>
      )}
      <Problem>{verb.problem}</Problem>
      <div>
        <Button look="primary" busy={verb.busy} onClick={send}>
          {t('close.send')}
        </Button>
      </div>
    </div>
  );
};

/** What was said of the version before this one; it is asked again. */
const Amended = ({ consult: { opinions, adoption } }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  const [newest] = opinions;
  if (!newest || !adoption) return null;
  return (
    <Note c="urgent" icon={FilePen}>
      <b>{t('adopt.amended', { n: newest.version })}</b>
      <p>
        {t('adopt.before', { adoption: t(`adopt.${adoption.adoption}`) })} {adoption.reason}
      </p>
    </Note>
  );
};

/** What the requester did with the opinion, and what became of the patient. */
export const Acknowledge = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  const { adoption, outcome, can } = consult;
  return (
    <div className="stack">
      {can.includes('acknowledge') && <Amended consult={consult} />}
      {adoption && !can.includes('acknowledge') && (
        <p>
          <b>{t(`adopt.${adoption.adoption}`)}</b> {adoption.reason}
          <small className="mute num"> {t('adopt.by', { name: adoption.by.name, at: dateTime(adoption.at) })}</small>
        </p>
      )}
      {outcome && <p>{t('close.line', { outcome: t(`outcome.${outcome}`) })}</p>}
      {can.includes('acknowledge') && <Adopt consult={consult} />}
      {can.includes('close') && <CloseCase consult={consult} />}
      {!adoption && !can.includes('acknowledge') && <p className="mute">{t('adopt.waiting')}</p>}
    </div>
  );
};
