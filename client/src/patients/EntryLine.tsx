import { ArrowRightLeft, FilePenLine, type LucideIcon, Paperclip, Siren, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Entry, EntryKind } from '../../../contract/patients.ts';
import { useOwner } from '../consults/words.ts';
import { OriginNumber } from '../emergency/links/OriginLine.tsx';
import { time } from '../lib/format.ts';
import { Clock } from '../ui/Clock.tsx';
import { Owner } from '../ui/Owner.tsx';
import { Tag, UrgencyTag } from '../ui/Tag.tsx';
import { addressOf, useEntryTitle } from './words.ts';

const icons: Record<EntryKind, LucideIcon> = {
  consult: Video,
  referral: ArrowRightLeft,
  emergency: Siren,
  opinion: FilePenLine,
  document: Paperclip,
};

type ConsultEntry = Extract<Entry, { kind: 'consult' }>;

const Marks = ({ entry }: { entry: ConsultEntry }) => {
  const { t } = useTranslation(['patients', 'consults']);
  return (
    <span className="row entry-marks">
      <UrgencyTag urgency={entry.urgency} />
      <Tag c="routine">{t(`consults:status.${entry.status}`)}</Tag>
      {entry.consent !== 'signed' && (
        <Tag c="missing" look="dash">
          {t('entry.consentOwed')}
        </Tag>
      )}
      {entry.documents > 0 && (
        <small className="mute">{t('entry.documents', { count: entry.documents, n: entry.documents })}</small>
      )}
    </span>
  );
};

const Turn = ({ entry }: { entry: ConsultEntry }) => {
  const owner = useOwner();
  if (!entry.owner) return null;
  return (
    <span className="entry-turn">
      <Owner {...owner(entry)} />
      {entry.clock && <Clock startedAt={entry.clock.startedAt} dueAt={entry.clock.dueAt} c={entry.urgency} />}
    </span>
  );
};

const toOf = (entry: Entry): string | null => entry.to?.shortName ?? (entry.kind === 'referral' ? entry.outside : null);

/** One line of the time line; leads to its case. */
export const EntryLine = ({ entry }: { entry: Entry }) => {
  const { t } = useTranslation('patients');
  const title = useEntryTitle();
  const Icon = icons[entry.kind];
  return (
    <li className="entry">
      <time className="mute" dateTime={entry.at}>
        {time(entry.at)}
      </time>
      <span className="entry-icon" title={t(`kind.${entry.kind}`)}>
        <Icon aria-hidden size={18} />
        <span className="unseen">{t(`kind.${entry.kind}`)}</span>
      </span>
      <div className="entry-what">
        <Link to={addressOf(entry)}>
          <b>{title(entry)}</b>
        </Link>
        <small className="soft">
          {t('entry.way', { from: entry.from.shortName, to: toOf(entry) ?? t('entry.noWhere') })}
          {entry.kind === 'opinion' && <span> {t('entry.signer', { name: entry.signer, title: entry.signerTitle })}</span>}
          <span className="mute num"> {entry.number}</span>
        </small>
        {(entry.kind === 'consult' || entry.kind === 'referral') && entry.emergency && (
          <small>
            <OriginNumber origin={entry.emergency} />
          </small>
        )}
        {entry.kind === 'consult' && <Marks entry={entry} />}
        {entry.kind === 'referral' && (
          <span className="row entry-marks">
            <UrgencyTag urgency={entry.urgency} />
            <Tag c="routine">{t(`entry.direction.${entry.direction}`)}</Tag>
          </span>
        )}
      </div>
      {entry.kind === 'consult' && <Turn entry={entry} />}
      {entry.kind === 'referral' && entry.clock && (
        <Clock startedAt={entry.clock.startedAt} dueAt={entry.clock.dueAt} c={entry.urgency} />
      )}
    </li>
  );
};
