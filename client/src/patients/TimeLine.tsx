import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { type Entry, EntryKind } from '../../../contract/patients.ts';
import { dateWithWeekday } from '../lib/format.ts';
import { Empty } from '../ui/Empty.tsx';
import { More } from '../ui/More.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { EntryLine } from './EntryLine.tsx';

interface Props {
  entries: readonly Entry[];
  /** All kinds when undefined. */
  kind: EntryKind | undefined;
  onKind: (kind: EntryKind | undefined) => void;
  query: ComponentProps<typeof More>['query'];
}

const KINDS = ['all', ...EntryKind.options] as const;

const byDay = (entries: readonly Entry[]): [string, Entry[]][] => {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = dateWithWeekday(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
};

/** Everything that happened, newest first, by day. */
export const TimeLine = ({ entries, kind, onKind, query }: Props) => {
  const { t } = useTranslation('patients');
  return (
    <>
      <Tabs
        label={t('timeLine.filter')}
        tabs={KINDS.map((one) => [one, t(`kind.${one}`)] as const)}
        chosen={kind ?? 'all'}
        onChoose={(one) => onKind(one === 'all' ? undefined : one)}
      />
      {entries.length === 0 && <Empty title={t('timeLine.none')}>{t('timeLine.noneText')}</Empty>}
      {byDay(entries).map(([day, ofDay]) => (
        <section key={day} className="day">
          <h3>{day}</h3>
          <ol>
            {ofDay.map((entry) => (
              <EntryLine key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      <More query={query} />
    </>
  );
};
