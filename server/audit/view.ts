import type { z } from 'zod';
import type { AuditRow as RowView } from '../../contract/audit.ts';
import type { Tx } from '../db/client.ts';
import type { AuditRow } from '../db/generated/client.ts';
import { CLOCKWORK } from './kinds.ts';
import { consultsIn, type Scope } from './scope.ts';

type View = z.input<typeof RowView>;

/** Who acted; before anybody had signed in, whose account it was about. */
const personOf = ({ actorId, subjectKind, subjectIds }: AuditRow): string | null =>
  actorId ?? (subjectKind === 'person' ? (subjectIds[0] ?? null) : null);

const kindOf = ({ actorId, action }: AuditRow): View['actor']['kind'] => {
  if (actorId) return 'person';
  return CLOCKWORK.has(action) ? 'clock' : 'nobody';
};

const actorOf = (row: AuditRow, names: ReadonlyMap<string, string>): View['actor'] => {
  const kind = kindOf(row);
  const id = kind === 'clock' ? null : personOf(row);
  return { kind, id, name: (id && names.get(id)) ?? '' };
};

const namesIn = async (db: Tx, rows: readonly AuditRow[]): Promise<Map<string, string>> => {
  const ids = rows.flatMap((row) => personOf(row) ?? []);
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
};

/** Numbers only: the trail says which record, never what is in it. */
const numbersIn = async (db: Tx, rows: readonly AuditRow[], scope: Scope): Promise<Map<string, string>> => {
  const ids = rows.flatMap(({ subjectKind, subjectIds }) => (subjectKind === 'consult' ? subjectIds : []));
  const consults = await db.consult.findMany({
    where: { id: { in: ids }, ...consultsIn(scope) },
    select: { id: true, consultNo: true },
  });
  return new Map(consults.map(({ id, consultNo }) => [id, consultNo]));
};

/** Rows with the names of people and the numbers of consults, as far as the auditor's hospitals go. */
export const viewsOf = async (db: Tx, rows: readonly AuditRow[], scope: Scope): Promise<View[]> => {
  const [names, numbers] = [await namesIn(db, rows), await numbersIn(db, rows, scope)];
  return rows.map((row) => ({
    ...row,
    seq: row.seq === null ? null : Number(row.seq),
    at: row.at.toISOString(),
    actor: actorOf(row, names),
    consults: row.subjectIds.flatMap((id) => {
      const consultNo = numbers.get(id);
      return consultNo ? [{ id, consultNo }] : [];
    }),
  }));
};
