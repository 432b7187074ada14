import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Field, TextInput } from '../ui/Field.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { labelsIn, MOST } from './labels.ts';
import type { Ward } from './look.ts';
import type { useBook } from './useBeds.ts';

interface Props {
  ward: Ward;
  book: ReturnType<typeof useBook>;
  onClose: () => void;
}

/** What would be added: labels the department does not have yet, and why not, if not. */
const useDraft = (ward: Ward, text: string) => {
  const { t } = useTranslation('beds');
  const known = new Set(ward.beds.map(({ label }) => label));
  const labels = labelsIn(text).filter((label) => !known.has(label));
  if (labels.some((label) => label.length > 20)) return { labels, problem: t('tooLong') };
  if (labels.length > MOST) return { labels, problem: t('tooMany', { most: MOST }) };
  return { labels, problem: null };
};

/** Several at once, as people write them down: ICU-01 至 ICU-08, 加1、加2. New beds are free. */
export const AddBeds = ({ ward, book, onClose }: Props) => {
  const { t } = useTranslation(['beds', 'common']);
  const [text, setText] = useState('');
  const { labels, problem } = useDraft(ward, text);
  const add = () => {
    const said = labels.map((label) => ({ label, state: 'free' as const }));
    void book.add(said).then(onClose, () => undefined);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" busy={book.busy} disabled={labels.length === 0 || problem !== null} onClick={add}>
        {t('addCount', { count: labels.length })}
      </Button>
    </>
  );
  return (
    <Sheet title={t('addTitle', { department: ward.department.name })} onClose={onClose} actions={actions}>
      <Field label={t('labels')} hint={labels.length > 0 ? labels.slice(0, 30).join(' ') : t('labelsHint')} error={problem}>
        {(tied) => <TextInput {...tied} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
    </Sheet>
  );
};
