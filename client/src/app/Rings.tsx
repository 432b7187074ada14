import { BellOff } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../ui/Note.tsx';
import { Boundary } from './Boundary.tsx';
import './Rings.css';

const RingOverlay = lazy(async () => ({ default: (await import('../paging/RingOverlay.tsx')).RingOverlay }));

/** A ring that cannot be shown is no small matter: it says so until the page is reloaded. */
const Silent = () => {
  const { t } = useTranslation('common');
  return (
    <div className="rings-silent">
      <Note c="stat" icon={BellOff} live>
        {t('noRings')} <a href={window.location.href}>{t('reload')}</a>
      </Note>
    </div>
  );
};

/** What rings lies over everything, on every page. */
export const Rings = () => (
  <Boundary instead={<Silent />}>
    <Suspense fallback={null}>
      <RingOverlay />
    </Suspense>
  </Boundary>
);
