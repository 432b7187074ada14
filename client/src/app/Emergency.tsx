import { PhoneCall, Siren } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../lib/link.ts';
import { Note } from '../ui/Note.tsx';
import { Boundary } from './Boundary.tsx';
import './Emergency.css';

const CallSheet = lazy(async () => ({ default: (await import('../emergency/CallSheet.tsx')).CallSheet }));
const UnsentBanner = lazy(async () => ({ default: (await import('../emergency/UnsentBanner.tsx')).UnsentBanner }));

/** 一键急救, on every page of a desk. */
export const CallButton = ({ onCall }: { onCall: () => void }) => {
  const { t } = useTranslation('common');
  return (
    <button type="button" className="top-call" onClick={onCall}>
      <Siren aria-hidden size={18} /> {t('callTeam')}
    </button>
  );
};

/** A rescue begins without a link as well: what it shows is fetched before it is needed. */
const useReady = (): void => {
  const { online } = useLink();
  const { i18n } = useTranslation();
  const { language } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language has other words
  useEffect(() => {
    if (!online) return;
    const parts = [
      import('../emergency/CallSheet.tsx'),
      import('../emergency/CasePage.tsx'),
      import('../emergency/BoardPage.tsx'),
    ];
    // Not now: tried again when the line is back.
    Promise.all([...parts, i18n.loadNamespaces(['emergency', 'emergencyCase', 'consults'])]).catch(() => undefined);
  }, [online, language]);
};

/** A press that opens nothing must not pass for a call. */
const Unready = () => {
  const { t } = useTranslation('common');
  return (
    <div className="call-unready">
      <Note c="stat" icon={PhoneCall} live>
        {t('callUnready')} <a href={window.location.href}>{t('reload')}</a>
      </Note>
    </div>
  );
};

/** The sheet of the five centers, and what is on this device only. */
export const Emergency = ({ calling, onClose }: { calling: boolean; onClose: () => void }) => {
  useReady();
  return (
    <>
      <Boundary instead={null}>
        <Suspense fallback={null}>
          <UnsentBanner />
        </Suspense>
      </Boundary>
      <Boundary instead={<Unready />}>
        <Suspense fallback={null}>{calling && <CallSheet onClose={onClose} />}</Suspense>
      </Boundary>
    </>
  );
};
