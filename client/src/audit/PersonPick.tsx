import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextInput } from '../ui/Field.tsx';
import { audit } from './api.ts';
import type { useAuditFilter } from './filter.ts';

const usePeople = (typed: string) => {
  const search = useDeferredValue(typed.trim());
  const query = useQuery({ ...audit.people.query({ search }), enabled: search !== '', placeholderData: keepPreviousData });
  return { people: search === '' ? [] : (query.data?.items ?? []), settled: query.isSuccess && !query.isPlaceholderData };
};

/** Somebody of the auditor's own hospitals, by name or account; accounts are suggested, since two people may share a name. */
export const PersonPick = ({ filter: { who = '' }, change }: ReturnType<typeof useAuditFilter>) => {
  const { t } = useTranslation('audit');
  const list = useId();
  const { people, settled } = usePeople(who);
  const unknown = who.trim() !== '' && settled && people.length === 0;
  return (
    <Field label={t('filter.who')} error={unknown ? t('filter.whoUnknown') : undefined}>
      {(tied) => (
        <>
          <TextInput
            {...tied}
            list={list}
            value={who}
            maxLength={64}
            placeholder={t('filter.whoHint')}
            onChange={(event) => change('who', event.target.value)}
          />
          <datalist id={list}>
            {people.map(({ id, name, title, account }) => (
              <option key={id} value={account}>
                {name} {title}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
};
