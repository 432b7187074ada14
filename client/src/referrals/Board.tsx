import { useTranslation } from 'react-i18next';
import type { ReferralStatus } from '../../../contract/referralSteps.ts';
import type { ReferralRow } from '../../../contract/referrals.ts';
import { useNow } from '../lib/clock.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { Tag } from '../ui/Tag.tsx';
import { usePhone } from '../ui/usePhone.ts';
import { CaseCard } from './CaseCard.tsx';
import { type ColumnName, countIn, hang } from './columns.ts';
import { isLate } from './shownClock.ts';
import './Board.css';

interface Hung {
  name: ColumnName;
  rows: readonly ReferralRow[];
  /** As the server counts; more than the rows while not all are loaded. */
  count: number;
}

const Late = ({ rows }: Pick<Hung, 'rows'>) => {
  const { t } = useTranslation('referrals');
  const now = useNow();
  const late = rows.filter((row) => isLate(row, now)).length;
  return late > 0 ? (
    <Tag c="stat" look="solid">
      {t('board.late', { n: late })}
    </Tag>
  ) : null;
};

const Cards = ({ rows }: Pick<Hung, 'rows'>) => {
  const { t } = useTranslation('referrals');
  if (rows.length === 0) return <p className="mute rcolumn-none">{t('board.none')}</p>;
  return (
    <ol data-cards>
      {rows.map((row) => (
        <CaseCard key={row.id} row={row} />
      ))}
    </ol>
  );
};

const Column = ({ name, rows, count }: Hung) => {
  const { t } = useTranslation('referrals');
  return (
    <section className={count === 0 ? 'rcolumn rcolumn-empty' : 'rcolumn'} aria-labelledby={`column-${name}`}>
      <h2 id={`column-${name}`}>
        {t(`board.column.${name}`)} <span className="mute num">{count}</span>
        <Late rows={rows} />
      </h2>
      <Cards rows={rows} />
    </section>
  );
};

interface Props {
  rows: readonly ReferralRow[];
  /** The server's counts, where they are those of what is shown. */
  statuses: Partial<Record<ReferralStatus, number>> | undefined;
  /** The column that a phone shows. */
  column: ColumnName | null;
  onColumn: (name: ColumnName) => void;
}

/** In the hand one column at a time. */
const OneColumn = ({ hung, column, onColumn }: { hung: readonly Hung[] } & Pick<Props, 'column' | 'onColumn'>) => {
  const { t } = useTranslation('referrals');
  const shown = hung.find(({ name }) => name === column) ?? hung.find(({ rows }) => rows.length > 0) ?? hung[0]!;
  const tabs = hung.map(({ name, count }) => [name, t(`board.column.${name}`), count] as const);
  return (
    <>
      <Tabs label={t('board.columns')} tabs={tabs} chosen={shown.name} onChoose={onColumn} />
      <section className="rcolumn" aria-label={t(`board.column.${shown.name}`)}>
        <Cards rows={shown.rows} />
      </section>
    </>
  );
};

/** Everything that is not over, by where it stands; least time left on top. */
export const Board = ({ rows, statuses, ...rest }: Props) => {
  const phone = usePhone();
  const hung = hang(rows).map(({ name, rows: cards }) => ({
    name,
    rows: cards,
    count: statuses ? countIn(name, statuses) : cards.length,
  }));
  if (phone) return <OneColumn hung={hung} {...rest} />;
  return (
    <div className="rboard">
      {hung.map((each) => (
        <Column key={each.name} {...each} />
      ))}
    </div>
  );
};
