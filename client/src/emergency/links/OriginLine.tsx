import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Origin } from '../../../../contract/emergencyOrigin.ts';
import { CenterMark } from '../CenterMark.tsx';

const Way = ({ origin: { id, emergencyNo } }: { origin: Origin }) => {
  const number = <span className="num">{emergencyNo}</span>;
  return id ? <Link to={`/emergencies/${id}`}>{number}</Link> : number;
};

/** `来自 XT…`: a way back for whoever may take it. */
export const OriginNumber = ({ origin }: { origin: Origin }) => {
  const { t } = useTranslation('links');
  return (
    <>
      {t('origin.from')} <Way origin={origin} />
    </>
  );
};

/** From which case of a center it began; nothing where it did not. */
export const OriginLine = ({ origin }: { origin: Origin | null }) => {
  const { t } = useTranslation(['links', 'emergency']);
  if (!origin) return null;
  return (
    <p className="row origin">
      <CenterMark center={origin.center} />
      <span>
        {t('origin.case', { center: t(`emergency:center.${origin.center}`) })} <Way origin={origin} />
      </span>
    </p>
  );
};
