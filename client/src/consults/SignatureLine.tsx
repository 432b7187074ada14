import { BadgeCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Signature } from '../../../contract/records.ts';
import { dateTime } from '../lib/format.ts';
import './SignatureLine.css';

/** Who signed, when, and the hash of what was signed. */
export const SignatureLine = ({ signature }: { signature: z.infer<typeof Signature> }) => {
  const { t } = useTranslation('consults');
  return (
    <p className="signature">
      <BadgeCheck aria-hidden size={20} />
      <span>
        <b>
          {signature.signer} {signature.signerTitle}
        </b>{' '}
        {signature.hospital}
        <small className="mute num">{t('opinion.signedAt', { at: dateTime(signature.signedAt) })}</small>
        <small className="mute hash">{t('opinion.hash', { hash: signature.hash })}</small>
      </span>
    </p>
  );
};
