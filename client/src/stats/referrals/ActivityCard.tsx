import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity, ReferralFigureFilter } from '../../../../contract/referralStats.ts';
import { dateTime, number } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { monthName } from '../months.ts';
import { ActivityForm } from './ActivityForm.tsx';
import { referralStats } from './api.ts';

const Row = ({ row, onEdit, several }: { row: Activity; onEdit: () => void; several: boolean }) => {
  const { t } = useTranslation('stats');
  const { hospital, month, outpatient, discharges, enteredBy, enteredAt } = row;
  const cell = (n: number | null) => (n === null ? <span className="mute">{t('referral.activity.missing')}</span> : number(n));
  return (
    <tr className="resp-low">
      <th scope="row">
        {several && `${hospital.shortName} `}
        {monthName(month)}
      </th>
      <td>{cell(outpatient)}</td>
      <td>{cell(discharges)}</td>
      <td className="mute small">
        {enteredBy && enteredAt && t('referral.activity.who', { name: enteredBy.name, at: dateTime(enteredAt) })}
      </td>
      <td className="activity-edit">
        <Button size="small" onClick={onEdit}>
          {t(outpatient === null ? 'referral.activity.edit' : 'referral.activity.change')}
        </Button>
      </td>
    </tr>
  );
};

const Table = ({ rows }: { rows: readonly Activity[] }) => {
  const { t } = useTranslation('stats');
  const [edited, edit] = useState<Activity | null>(null);
  const several = new Set(rows.map(({ hospital }) => hospital.id)).size > 1;
  return (
    <div className="stats-scroll">
      <table className="stats-table resp">
        <thead>
          <tr>
            {(['month', 'outpatient', 'discharges', 'by'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`referral.activity.${head}`)}
              </th>
            ))}
            <td className="activity-edit" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.hospital.id} ${row.month}`} row={row} several={several} onEdit={() => edit(row)} />
          ))}
        </tbody>
      </table>
      {edited && <ActivityForm row={edited} onClose={() => edit(null)} />}
    </div>
  );
};

/** What K07 and K08 divide by, entered by the hospital itself; an overseer has none of its own. */
export const ActivityCard = ({ filter: { from, to } }: { filter: ReferralFigureFilter }) => {
  const { t } = useTranslation('stats');
  const query = useQuery({ ...referralStats.activity.query({ from, to }), placeholderData: keepPreviousData });
  if (query.data?.items.length === 0) return null;
  return (
    <Card title={t('referral.activity.title')} note={t('referral.activity.note')} className="activity" flush>
      <Loaded query={query} failed={t('referral.activity.failed')} rows={4}>
        {({ items }) => <Table rows={items} />}
      </Loaded>
    </Card>
  );
};
