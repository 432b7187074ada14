import { useTranslation } from 'react-i18next';
import type { ConsultRow } from '../../../contract/consults.ts';
import { dateTime } from '../lib/format.ts';
import { useMe } from '../lib/session.ts';
import { Clock } from '../ui/Clock.tsx';
import { ListRow } from '../ui/ListRow.tsx';
import { Owner } from '../ui/Owner.tsx';
import { Tag, UrgencyTag } from '../ui/Tag.tsx';
import { RowVerb } from './RowVerb.tsx';
import { useOwner, usePatientWords, useTitle } from './words.ts';

const isOver = ({ owner }: ConsultRow) => owner === null;

/** One case as a row of work; `hot` marks the one that burns most. */
export const ConsultLine = ({ row, hot = false }: { row: ConsultRow; hot?: boolean }) => {
  const { t } = useTranslation('consults');
  const title = useTitle();
  const patient = usePatientWords();
  const owner = useOwner();
  const me = useMe();
  const inviting = me.memberships.some(({ hospital }) => hospital.id === row.from.id);
  const far = inviting ? row.to.name : row.from.name;
  return (
    <ListRow
      tag={<UrgencyTag urgency={row.urgency} />}
      title={title(row)}
      about={t('about', { patient: patient.full(row.patient), far })}
      owner={isOver(row) ? <Tag c="routine">{t(`status.${row.status}`)}</Tag> : <Owner {...owner(row)} />}
      clock={
        row.clock ? (
          <Clock startedAt={row.clock.startedAt} dueAt={row.clock.dueAt} c={row.urgency} large={hot} />
        ) : (
          <small className="mute num">{dateTime(row.sentAt)}</small>
        )
      }
      action={<RowVerb row={row} hot={hot} />}
      to={`/consults/${row.id}`}
      hot={hot ? row.urgency : undefined}
    />
  );
};
