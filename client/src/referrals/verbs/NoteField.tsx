import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextArea } from '../../ui/Field.tsx';

/** A note that may or must be written; `asked` once somebody pressed without it. */
export const useNote = (must: boolean) => {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const note = text.trim();
  const lacks = must && note === '';
  return {
    text,
    setText,
    must,
    fault: asked && lacks,
    /** The note as it is sent; null when it must be there and is not, which is then said. */
    take: (): { note?: string } | null => {
      setAsked(true);
      if (lacks) return null;
      return note ? { note } : {};
    },
  };
};
type Noting = ReturnType<typeof useNote>;

export const NoteField = ({ noting, name }: { noting: Noting; name: string }) => {
  const { t } = useTranslation('referrals');
  return (
    <Field
      label={t([`page.why.${name}`, 'page.why.other'])}
      required={noting.must}
      error={noting.fault && t('page.needed')}
      hint={noting.must && t('page.bothSee')}
    >
      {(tied) => (
        <TextArea {...tied} maxLength={500} value={noting.text} onChange={(event) => noting.setText(event.target.value)} />
      )}
    </Field>
  );
};
