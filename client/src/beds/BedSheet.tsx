import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BedState } from '../../../contract/beds.ts';
import { dateTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { MomentField } from '../ui/MomentField.tsx';
import { Note } from '../ui/Note.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { type Bed, looks } from './look.ts';
import type { useBook } from './useBeds.ts';

interface Props {
  bed: Bed;
  book: ReturnType<typeof useBook>;
  onClose: () => void;
}

const Kept = ({ bed: { heldUntil, heldFor } }: { bed: Bed }) => {
  const { t } = useTranslation('beds');
  if (!heldUntil) return null;
  return (
    <Note c="hai" icon={looks.held.icon}>
      {t('keptUntil', { at: dateTime(heldUntil) })} {heldFor && <Link to={`/referrals/${heldFor.id}`}>{heldFor.referralNo}</Link>}
    </Note>
  );
};

/** One press says how the bed is now; an occupied one may say first when it will be free. */
export const BedSheet = ({ bed, book, onClose }: Props) => {
  const { t } = useTranslation('beds');
  const [freeAt, setFreeAt] = useState(bed.freeAt);
  // A refusal has been said where it happened; the sheet stays for another try.
  const then = (deed: Promise<void>) => void deed.then(onClose, () => undefined);
  return (
    <Sheet
      title={t('bed', { label: bed.label })}
      onClose={onClose}
      actions={
        !bed.heldUntil && (
          <Button look="text" icon={Trash2} busy={book.busy} onClick={() => then(book.remove(bed))}>
            {t('remove')}
          </Button>
        )
      }
    >
      <div className="stack">
        <Kept bed={bed} />
        <MomentField label={t('freeAtLabel')} hint={t('freeAtHint')} value={freeAt} onChange={setFreeAt} />
        <div className="bed-states">
          {BedState.options.map((state) => {
            const { c, icon: Icon } = looks[state];
            return (
              <button
                key={state}
                type="button"
                className="bed"
                data-c={c}
                aria-pressed={state === bed.state}
                disabled={book.busy}
                onClick={() => then(book.change(bed, { state, freeAt: state === 'occupied' ? freeAt : null }))}
              >
                <span className="bed-state">
                  <Icon aria-hidden size={18} />
                  {t(`state.${state}`)}
                </span>
              </button>
            );
          })}
        </div>
      </div>
    </Sheet>
  );
};
