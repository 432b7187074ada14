import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../lib/clock.ts';
import { dateTime, daysBetween, duration } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { AddBeds } from './AddBeds.tsx';
import { BedChip } from './BedChip.tsx';
import { BedSheet } from './BedSheet.tsx';
import type { Ward } from './look.ts';
import { useBook } from './useBeds.ts';

/** How old the figure is: today in hours and minutes, before that its day. */
const useAge = ({ updatedAt }: Ward): string | null => {
  const { t } = useTranslation('beds');
  const now = useNow();
  if (!updatedAt) return null;
  if (daysBetween(updatedAt, now) > 0) return t('saidAt', { at: dateTime(updatedAt, now) });
  return t('saidAgo', { age: duration(now - Date.parse(updatedAt)) });
};

/** One department: its figures with their age, and every bed. */
export const WardCard = ({ ward, editable }: { ward: Ward; editable: boolean }) => {
  const { t } = useTranslation('beds');
  const book = useBook(ward.department.id);
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const age = useAge(ward);
  const { free, held, total } = ward;
  const bed = ward.beds.find(({ id }) => id === open);
  return (
    <Card
      title={ward.department.name}
      note={
        <>
          <b className="ward-free num" data-c={free > 0 ? 'met' : 'missing'}>
            {t('free', { count: free })}
          </b>{' '}
          {t('figures', { held, total })}
          {age}
        </>
      }
      aside={
        editable && (
          <Button size="small" icon={Plus} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      {ward.beds.length === 0 && <p className="mute">{t('none')}</p>}
      <ul className="beds">
        {ward.beds.map((each) => (
          <li key={each.id}>
            <BedChip bed={each} onOpen={editable ? () => setOpen(each.id) : undefined} />
          </li>
        ))}
      </ul>
      {bed && <BedSheet bed={bed} book={book} onClose={() => setOpen(null)} />}
      {adding && <AddBeds ward={ward} book={book} onClose={() => setAdding(false)} />}
    </Card>
  );
};
