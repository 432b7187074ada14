import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import { TextInput } from '../ui/Field.tsx';
import type { Filtering } from './filter.ts';

/** Number or exact name; on Enter, so that half a name is never asked for. Kept out of the address. */
export const SearchBox = ({ search, setSearch }: Pick<Filtering, 'search' | 'setSearch'>) => {
  const { t } = useTranslation('referrals');
  const [typed, setTyped] = useState(search);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setSearch(typed.trim());
  };
  const type = (text: string) => {
    setTyped(text);
    if (text === '') setSearch('');
  };
  return (
    <form className="rsearch" onSubmit={send}>
      <TextInput
        type="search"
        value={typed}
        maxLength={60}
        autoComplete="off"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        onChange={(event) => type(event.target.value)}
      />
      <IconButton icon={Search} label={t('list.find')} type="submit" />
    </form>
  );
};
