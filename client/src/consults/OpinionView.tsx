import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Consult, OpinionView as Opinion } from '../../../contract/consults.ts';
import { dateTime } from '../lib/format.ts';
import { Facts } from '../ui/Facts.tsx';
import { Tag } from '../ui/Tag.tsx';
import { SignatureLine } from './SignatureLine.tsx';

type Signed = z.infer<typeof Opinion>;

const Body = ({ opinion }: { opinion: Signed }) => {
  const { t } = useTranslation('consults');
  const transfer = [t(`transfer.${opinion.transfer}`), opinion.transferNote].filter(Boolean).join(t('colon'));
  // What the consultant had nothing to say about is left out: it is not a gap.
  const lines = [
    [t('opinion.amendment'), opinion.amendment],
    [t('opinion.diagnosis'), opinion.diagnosis],
    [t('opinion.basis'), opinion.basis],
    [t('opinion.furtherTests'), opinion.furtherTests],
    [t('opinion.treatment'), opinion.treatment],
    [t('opinion.risks'), opinion.risks],
    [t('opinion.transfer'), transfer],
    [t('opinion.followUp'), opinion.followUp],
  ] as const;
  return (
    <>
      <Facts items={lines.filter(([, value]) => value !== '')} />
      <SignatureLine signature={opinion.signature} />
    </>
  );
};

/** The signed opinion, newest version first; what it replaced stays readable below. */
export const OpinionView = ({ opinions }: { opinions: Consult['opinions'] }) => {
  const { t } = useTranslation('consults');
  const [newest, ...older] = opinions;
  if (!newest) return null;
  return (
    <div className="opinion">
      {opinions.length > 1 && <Tag c="hai">{t('opinion.version', { n: newest.version })}</Tag>}
      <Body opinion={newest} />
      <small className="mute">{t('opinion.forReference')}</small>
      {older.map((opinion) => (
        <details key={opinion.version}>
          <summary>{t('opinion.superseded', { n: opinion.version, at: dateTime(opinion.signature.signedAt) })}</summary>
          <Body opinion={opinion} />
        </details>
      ))}
    </div>
  );
};
