import { useTranslation } from 'react-i18next';
import { dateTime } from '../lib/format.ts';
import { type Bed, looks } from './look.ts';

/** What is said under the label: until when it is kept, or when it will be free. */
const useWhen = ({ heldUntil, freeAt }: Bed): string | null => {
  const { t } = useTranslation('beds');
  if (heldUntil) return t('until', { at: dateTime(heldUntil) });
  return freeAt ? t('freeAt', { at: dateTime(freeAt) }) : null;
};

/** One bed: its label, its state in a word and a colour. `onOpen` absent: only to be read. */
export const BedChip = ({ bed, onOpen }: { bed: Bed; onOpen?: (() => void) | undefined }) => {
  const { t } = useTranslation('beds');
  const when = useWhen(bed);
  const seen = bed.heldUntil ? 'held' : bed.state;
  const { c, icon: Icon } = looks[seen];
  const face = (
    <>
      <b className="num clip">{bed.label}</b>
      <span className="bed-state">
        <Icon aria-hidden size={16} />
        {t(`state.${seen}`)}
      </span>
      {bed.heldUntil && bed.state !== 'free' && <small>{t(`state.${bed.state}`)}</small>}
      {when && <small>{when}</small>}
    </>
  );
  if (!onOpen)
    return (
      <div className="bed" data-c={c}>
        {face}
      </div>
    );
  return (
    <button type="button" className="bed" data-c={c} onClick={onOpen}>
      {face}
    </button>
  );
};
