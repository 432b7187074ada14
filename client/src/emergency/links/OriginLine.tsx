import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Origin } from '../../../../contract/emergencyOrigin.ts';
import { CenterMark } from '../CenterMark.tsx';

/** `来自 XT…`: a way back for whoever may take it. */
export const OriginNumber = ({ origin: { id, emergencyNo } }: { origin: Origin }) => {
  const { t } = useTranslation('links');
  const number = <span className="num">{emergencyNo}</span>;
  return (
    <>
      {t('origin.from')} {id ? <Link to={`/emergencies/${id}`}>{number}</Link> : number}
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
        {t(`emergency:center.${origin.center}`)} <OriginNumber origin={origin} />
      </span>
    </p>
  );
};
