import { useTranslation } from 'react-i18next';
import type { EmergencyRow } from '../../../contract/emergency.ts';
import { Center } from '../../../contract/emergencyNodes.ts';
import { DueLink } from '../instruments/DueLink.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Select } from '../ui/Field.tsx';
import { Loading } from '../ui/Loading.tsx';
import { More } from '../ui/More.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Stale } from '../ui/Stale.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { CaseCard } from './CaseCard.tsx';
import { pressingFirst } from './caseOrder.ts';
import { useFilter } from './filter.ts';
import type { KeptActivation } from './order.ts';
import { useUnsentCases } from './outbox.ts';
import { UnsentCard } from './UnsentCard.tsx';
import { boxes, type Filter, useEmergencyPages } from './useEmergencies.ts';
import './BoardPage.css';

const FilterBar = ({ filter: { box, center }, change }: ReturnType<typeof useFilter>) => {
  const { t } = useTranslation('emergency');
  return (
    <search className="efilter" aria-label={t('board.filters')}>
      <Tabs
        label={t('board.boxes')}
        tabs={boxes.map((one) => [one, t(`board.box.${one}`)] as const)}
        chosen={box}
        onChoose={(next) => change('box', next)}
      />
      <Select aria-label={t('board.center')} value={center ?? ''} onChange={(event) => change('center', event.target.value)}>
        <option value="">{t('board.allCenters')}</option>
        {Center.options.map((one) => (
          <option key={one} value={one}>
            {t(`center.${one}`)}
          </option>
        ))}
      </Select>
    </search>
  );
};

/** What this device still owes stands on top, whether or not the rest could be fetched. */
const Unsent = ({ cases }: { cases: readonly KeptActivation[] }) =>
  cases.length > 0 && (
    <ol className="ecards">
      {cases.map((activation) => (
        <UnsentCard key={activation.id} activation={activation} />
      ))}
    </ol>
  );

const Cards = ({ rows, box }: { rows: readonly EmergencyRow[]; box: Filter['box'] }) => (
  <ol className="ecards">
    {(box === 'active' ? [...rows].sort(pressingFirst) : rows).map((row) => (
      <CaseCard key={row.id} row={row} />
    ))}
  </ol>
);

const Nothing = ({ box }: Pick<Filter, 'box'>) => {
  const { t } = useTranslation('emergency');
  return (
    <Card>
      <Empty title={t(`board.empty.${box}`)}>{t('board.emptyText')}</Empty>
    </Card>
  );
};

/** The rescues of the reader's hospitals: those that go on, those to be looked over, those that are over. */
export const Page = () => {
  const { t } = useTranslation('emergency');
  const { filter, change } = useFilter();
  const pages = useEmergencyPages(filter);
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const kept = useUnsentCases().filter(({ center }) => !filter.center || center === filter.center);
  const unsent = filter.box === 'active' ? kept : [];
  return (
    <>
      <PageHeader title={t('board.title')}>
        <DueLink />
      </PageHeader>
      <FilterBar filter={filter} change={change} />
      <Stale query={pages} />
      <Unsent cases={unsent} />
      {pages.isPending && <Loading rows={4} />}
      {pages.isError && !rows && <Failed error={pages.error} title={t('board.failed')} retry={() => void pages.refetch()} />}
      {rows && rows.length > 0 && <Cards rows={rows} box={filter.box} />}
      {rows && rows.length + unsent.length === 0 && <Nothing box={filter.box} />}
      <More query={pages} />
    </>
  );
};
