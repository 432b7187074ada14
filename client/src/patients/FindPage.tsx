import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statement } from '../../../contract/patients.ts';
import { usePatientWords } from '../consults/words.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Field, TextInput } from '../ui/Field.tsx';
import { ListRow } from '../ui/ListRow.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Note } from '../ui/Note.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Tag } from '../ui/Tag.tsx';
import { patients } from './api.ts';
import './patients.css';

/** What was asked last, for whoever comes back from a page: in memory, gone with the session, and in no address. */
const ASKED = ['patients', 'asked'];

const useAsked = () => {
  const cache = useQueryClient();
  const [asked, setAsked] = useState(() => cache.getQueryData<string>(ASKED) ?? '');
  const ask = (text: string) => {
    cache.setQueryData(ASKED, text);
    setAsked(text);
  };
  return { asked, ask };
};

const SearchForm = ({ asked, ask }: ReturnType<typeof useAsked>) => {
  const { t } = useTranslation('patients');
  const [text, setText] = useState(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) ask(text.trim());
  };
  return (
    <form className="find" onSubmit={submit}>
      <Field label={t('find.label')} hint={t('find.hint')}>
        {(tied) => (
          <TextInput
            {...tied}
            type="search"
            maxLength={60}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button look="primary" icon={Search} type="submit">
        {t('find.go')}
      </Button>
    </form>
  );
};

const PersonLine = ({ patient, hospital }: Statement) => {
  const { t } = useTranslation('consults');
  const words = usePatientWords();
  const about = [words.sketch(patient), words.papers(patient), patient.visitNo].filter(Boolean).join(t('dot'));
  return (
    <ListRow
      tag={<Tag c="hai">{hospital.shortName}</Tag>}
      title={patient.name ?? t('patient.unknown')}
      about={about}
      to={`/patients/${patient.id}`}
    />
  );
};

const Results = ({ text }: { text: string }) => {
  const { t } = useTranslation('patients');
  const query = useQuery({ queryKey: ['patients', 'find', text], queryFn: () => patients.find({ text }) });
  return (
    <Loaded query={query} failed={t('failed.find')} rows={3}>
      {({ items, more }) =>
        items.length === 0 ? (
          <Empty title={t('find.none')}>{t('find.noneText')}</Empty>
        ) : (
          <>
            {more && (
              <div className="find-more">
                <Note c="hai">{t('find.more')}</Note>
              </div>
            )}
            <ol className="rows">
              {items.map((item) => (
                <PersonLine key={item.patient.id} {...item} />
              ))}
            </ol>
          </>
        )
      }
    </Loaded>
  );
};

/** Exact search among the patients of the reader's own cases. */
export const Page = () => {
  const { t } = useTranslation('patients');
  const search = useAsked();
  return (
    <>
      <PageHeader title={t('title')} />
      <Card>
        <SearchForm {...search} />
      </Card>
      {search.asked && (
        <Card flush>
          <Results key={search.asked} text={search.asked} />
        </Card>
      )}
    </>
  );
};
