import type { InstrumentKind } from '../../contract/instruments.ts';
import type { Tx } from '../../server/db/client.ts';
import { HOSPITALS, hospitalId } from './hospitals.ts';
import { idOf } from './ids.ts';
import { PEOPLE } from './people.ts';

const MINUTE = 60_000;
const SECOND = 1_000;

/** How far off each is, and how many minutes ago somebody compared it; the last one waits for today, and before half past midnight all do. */
const REGISTER: readonly { kind: InstrumentKind; name: string; ahead: number; ago: number }[] = [
  { kind: 'ecg', name: '急诊心电图机', ahead: 134 * SECOND, ago: 35 },
  { kind: 'laboratory', name: '检验科 POCT', ahead: -41 * SECOND, ago: 30 },
  { kind: 'ct', name: '1 号 CT', ahead: 3 * SECOND, ago: 1_500 },
];

/** The instruments of every county that runs centers, with the last comparison of each. */
export const seedInstruments = async (db: Tx, now: Date): Promise<void> => {
  const all = HOSPITALS.filter(
    ({ kind, key }) => kind === 'county' && PEOPLE.some(({ account }) => account === `${key}.center`),
  ).flatMap(({ key }) => REGISTER.map((each) => ({ ...each, hospital: key, id: idOf('instrument', key, each.name) })));
  await db.instrument.createMany({
    data: all.map(({ id, hospital, kind, name }) => ({ id, hospitalId: hospitalId(hospital), kind, name })),
  });
  await db.clockCheck.createMany({
    data: all.map(({ id, hospital, ahead, ago }) => ({
      instrumentId: id,
      offsetMs: ahead,
      at: new Date(now.getTime() - ago * MINUTE),
      byId: idOf('person', `${hospital}.center`),
    })),
  });
};
