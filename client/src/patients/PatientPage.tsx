import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { EntryKind, PatientPage } from '../../../contract/patients.ts';
import { usePatientWords } from '../consults/words.ts';
import { useEvent } from '../lib/socket.ts';
import { Card } from '../ui/Card.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { patients } from './api.ts';
import { Duplicates } from './Duplicates.tsx';
import { Merges } from './Merges.tsx';
import { OpenNote } from './OpenNote.tsx';
import { Statements } from './Statements.tsx';
import { TimeLine } from './TimeLine.tsx';
import './patients.css';

const usePages = (id: string, kind: EntryKind | undefined) => {
  const cache = useQueryClient();
  useEvent('consult.changed', () => void cache.invalidateQueries({ queryKey: ['patients', 'read'] }));
  return useInfiniteQuery({
    queryKey: ['patients', 'read', id, kind],
    queryFn: ({ pageParam }) => patients.read({ id, ...(kind && { kind }), ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before: InfiniteData<PatientPage, string> | undefined) => before,
  });
};

const Person = ({ id }: { id: string }) => {
  const { t } = useTranslation('patients');
  const words = usePatientWords();
  const [kind, setKind] = useState<EntryKind>();
  const query = usePages(id, kind);
  const [first] = query.data?.pages ?? [];
  if (query.isError && !first)
    return (
      <Failed page closed={t('failed.closed')} error={query.error} title={t('failed.page')} retry={() => void query.refetch()} />
    );
  if (!first) return <Loading rows={6} />;
  const { statements, open, coordinates, merges } = first;
  const patient = statements[0]!.patient;
  return (
    <>
      <PageHeader
        back="/patients"
        title={words.full(patient)}
        note={statements.map((one) => words.papers(one.patient)).find(Boolean)}
      />
      <div className="person">
        <div className="stack">
          <OpenNote cases={open} />
          <Card title={t('timeLine.title')}>
            <TimeLine entries={query.data!.pages.flatMap(({ items }) => items)} kind={kind} onKind={setKind} query={query} />
          </Card>
        </div>
        <div className="stack person-aside">
          <Statements statements={statements} />
          {coordinates && <Duplicates id={id} name={words.full(patient)} />}
          {merges.length > 0 && <Merges merges={merges} />}
        </div>
      </div>
    </>
  );
};

/** One person across hospitals, as far as the reader's own cases show them. */
export const Page = () => {
  const { id = '' } = useParams();
  return <Person key={id} id={id} />;
};
