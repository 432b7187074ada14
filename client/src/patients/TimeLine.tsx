import { useTranslation } from 'react-i18next';
import { type Entry, EntryKind } from '../../../contract/patients.ts';
import { dateWithWeekday } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { EntryLine } from './EntryLine.tsx';

interface Props {
  entries: readonly Entry[];
  /** All kinds when undefined. */
  kind: EntryKind | undefined;
  onKind: (kind: EntryKind | undefined) => void;
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

const KINDS = [undefined, ...EntryKind.options];

const Filter = ({ kind, onKind }: Pick<Props, 'kind' | 'onKind'>) => {
  const { t } = useTranslation('patients');
  return (
    <fieldset className="kinds" aria-label={t('timeLine.filter')}>
      {KINDS.map((one) => (
        <button key={one ?? 'all'} type="button" aria-pressed={one === kind} onClick={() => onKind(one)}>
          {t(`kind.${one ?? 'all'}`)}
        </button>
      ))}
    </fieldset>
  );
};

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
  const { t } = useTranslation(['patients', 'common']);
  return (
    <>
      <Filter kind={kind} onKind={onKind} />
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
      {query.hasNextPage && (
        <p className="person-more">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common:loadMore')}
          </Button>
        </p>
      )}
    </>
  );
};
