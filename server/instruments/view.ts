import type { z } from 'zod';
import type { InstrumentView } from '../../contract/instruments.ts';
import type { Tx } from '../db/client.ts';
import type { Instrument } from '../db/generated/client.ts';
import { hospitalRefs, personRefs } from '../directory/refs.ts';
import { shanghaiDay } from '../directory/week.ts';
import { instant } from '../edge/instants.ts';

type View = z.input<typeof InstrumentView>;

const sameDay = (one: Date, other: Date): boolean => shanghaiDay(one).getTime() === shanghaiDay(other).getTime();

/** The last comparison of each, in one query. */
const lastChecks = async (db: Tx, ids: readonly string[]) => {
  const checks = await db.clockCheck.findMany({
    where: { instrumentId: { in: [...ids] } },
    orderBy: [{ instrumentId: 'asc' }, { at: 'desc' }],
    distinct: ['instrumentId'],
  });
  return new Map(checks.map((check) => [check.instrumentId, check]));
};

/** What instruments are called, those in use and those that no longer are. */
export const instrumentNames = async (db: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> => {
  const rows = await db.instrument.findMany({ where: { id: { in: ids.filter((id) => id !== null) } } });
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export const viewsOf = async ({ db, now }: { db: Tx; now: Date }, rows: readonly Instrument[]): Promise<View[]> => {
  const checks = await lastChecks(
    db,
    rows.map(({ id }) => id),
  );
  const people = await personRefs(
    db,
    [...checks.values()].map(({ byId }) => byId),
  );
  const hospitals = await hospitalRefs(
    db,
    rows.map(({ hospitalId }) => hospitalId),
  );
  return rows.map(({ id, kind, name, hospitalId }) => {
    const last = checks.get(id);
    return {
      id,
      kind,
      name,
      hospital: hospitals.get(hospitalId)!,
      last: last ? { offsetMs: last.offsetMs, at: instant(last.at), by: people.get(last.byId)! } : null,
      dueToday: !last || !sameDay(last.at, now),
    };
  });
};
