import { create } from 'qrcode';
import { useTranslation } from 'react-i18next';

/** Dark squares of a QR as one path, a unit each. */
const pathOf = (code: string): { size: number; path: string } => {
  const { size, data } = create(code, { errorCorrectionLevel: 'M' }).modules;
  const squares = Array.from(data, (dark, at) => (dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : ''));
  return { size, path: squares.join('') };
};

/** 预约码, to be read out, typed or scanned at the receiving desk; drawn here, so that it is there without a line. */
export const Code = ({ code }: { code: string }) => {
  const { t } = useTranslation('referrals');
  const { size, path } = pathOf(code);
  return (
    <figure className="code">
      <svg viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" aria-label={t('page.code.qr')} shapeRendering="crispEdges">
        <rect x="-2" y="-2" width={size + 4} height={size + 4} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption>
        <small className="mute">{t('page.code.label')}</small>
        <b className="num">{code}</b>
        <small className="mute">{t('page.code.use')}</small>
      </figcaption>
    </figure>
  );
};
