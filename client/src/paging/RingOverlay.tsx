import { PhoneIncoming } from 'lucide-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { usePatientLine } from '../emergency/usePatientLine.ts';
import { useInCall } from '../lib/inCall.ts';
import { useTopmost } from '../ui/useTopmost.ts';
import { useAlarm, useBlink, useNudge } from './alert.ts';
import { Faster } from './Faster.tsx';
import type { Overtaken } from './overtaken.ts';
import { Ring } from './Ring.tsx';
import { useRingName } from './ringName.ts';
import type { Ringing } from './rings.ts';
import { useFarewell } from './useFarewell.ts';
import { useRinging } from './useRinging.ts';
import './Ring.css';

interface BannerProps {
  ring: Ringing;
  /** Absent in a call, where the ring stays one line. */
  onUnfold?: () => void;
}

/** One line: in a call, so that the voice is not covered, and for a ring that its reader has folded away. */
const Banner = ({ ring, onUnfold }: BannerProps) => {
  const { t } = useTranslation('paging');
  const patient = usePatientLine();
  const name = useRingName();
  return (
    <p className={onUnfold ? 'ring-banner ring-folded' : 'ring-banner'} data-theme="dark" role="status">
      <PhoneIncoming aria-hidden size={18} />
      <span className="clip">
        <b>{name(ring)}</b> {ring.from.shortName} {patient(ring.patient)} {ring.dx}
      </span>
      <Link className="end" to={ring.path}>
        {t('look')}
      </Link>
      {onUnfold && (
        <button type="button" onClick={onUnfold}>
          {t('unfold')}
        </button>
      )}
    </p>
  );
};

/** ROUTINE and reminders: a badge in a corner of the desk, no more; in the hand the tab counts it (`QuietCount`). */
const Badge = ({ rings }: { rings: readonly Ringing[] }) => {
  const { t } = useTranslation('paging');
  const [first] = rings;
  if (!first) return null;
  return (
    <Link className="ring-badge" to={first.path}>
      <PhoneIncoming aria-hidden size={18} /> {t(first.asks ? `badge.${first.kind}` : 'reminder', { n: rings.length })}
    </Link>
  );
};

/** What rings for the reader, over whatever page is open: hottest on top, the others counted. */
export const RingOverlay = () => {
  const { t } = useTranslation('paging');
  const { pathname } = useLocation();
  const rings = useRinging();
  const name = useRingName();
  const [by, setBy] = useState<Overtaken | null>(null);
  const [folded, setFolded] = useState<string | null>(null);
  const atDesk = pathname === '/desk';
  const inCall = useInCall();
  const loud = rings.filter(({ loud }) => loud);
  const quiet = rings.filter((ring) => !ring.loud && !pathname.endsWith(ring.id));
  const first = loud[0] ?? null;
  const ringing = first && !atDesk && !inCall ? first.urgency : null;
  useFarewell(rings, atDesk ? null : first);
  useAlarm(ringing);
  useNudge(inCall && first?.urgency === 'stat' ? first.pageId : null);
  useBlink(first ? t('title', { urgency: name(first), from: first.from.shortName }) : null);
  const place = useTopmost(first !== null, '.ring-screen');
  if (by) return <Faster by={by} onClose={() => setBy(null)} />;
  if (atDesk) return null;
  if (first && inCall) return createPortal(<Banner ring={first} />, place);
  if (first && first.pageId === folded) return createPortal(<Banner ring={first} onUnfold={() => setFolded(null)} />, place);
  if (first)
    return createPortal(
      <Ring key={first.pageId} ring={first} more={loud.length - 1} onOvertaken={setBy} onFold={() => setFolded(first.pageId)} />,
      place,
    );
  return pathname === '/' || pathname.startsWith('/room/') ? null : <Badge rings={quiet} />;
};
