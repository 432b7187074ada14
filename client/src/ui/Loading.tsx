import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './Loading.css';

/** Below this nothing is shown, so that fast answers do not flicker. */
const QUIET_MS = 300;
/** From here it says that the line is slow. */
const SLOW_MS = 8_000;

const usePast = (ms: number): boolean => {
  const [past, setPast] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPast(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return past;
};

/** A skeleton with the height of what is coming; `rows` of it. */
export const Loading = ({ rows = 4 }: { rows?: number }) => {
  const { t } = useTranslation('common');
  const [shown, slow] = [usePast(QUIET_MS), usePast(SLOW_MS)];
  return (
    <div className="loading" role="status" aria-busy="true">
      <span className="unseen">{shown && t('loading')}</span>
      {shown && (
        <ul aria-hidden>
          {Array.from({ length: rows }, (_, row) => row).map((row) => (
            <li key={row}>
              <span />
              <span />
              <span />
              <span style={{ width: `${50 + ((row * 23) % 40)}%` }} />
            </li>
          ))}
        </ul>
      )}
      {slow && <p className="mute">{t('loadingSlow')}</p>}
    </div>
  );
};
