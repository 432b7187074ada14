import type { Consult } from '../contract/consults.ts';
import { departmentId } from '../prisma/seed/departments.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { personId } from '../prisma/seed/network.ts';
import { OPINION, stat, urgent } from './cases.ts';
import type { Person } from './person.ts';
import type { Stated } from './somebody.ts';
import type { TestHouse } from './support.ts';

/** The people of one pair of hospitals: 雷波 asks, cardiology of 象山 is asked. */
export interface Ward {
  doctor: Person;
  /** Another doctor of the same department. */
  relief: Person;
  inviterDesk: Person;
  first: Person;
  second: Person;
  desk: Person;
  /** Sends a STAT, or an urgent request, and resolves to it as the doctor sees it. */
  sendStat(more?: Parameters<typeof stat>[0]): Promise<Consult>;
  sendUrgent(more?: Parameters<typeof urgent>[0]): Promise<Consult>;
  /** Enters the call, which is joining. */
  join(person: Person, id: string): Promise<unknown>;
  /** An urgent request up to the first response, or up to the signature. */
  inSession(): Promise<Consult>;
  signed(): Promise<Consult>;
  /** Ends everything that is open and frees everybody, so that the next test begins on a quiet night. */
  quiet(): Promise<void>;
}

const DESK = hospitalId('xiangshan');

/** Who rings now: accounts by line, `desk` for the partner's center. */
export const ringingNow = async (h: TestHouse, subjectId: string): Promise<string[]> => {
  const pages = await h.db.page.findMany({ where: { subjectId, status: 'ringing' }, orderBy: { id: 'asc' } });
  const names = new Map([
    [personId('xiangshan.specialist'), 'first'],
    [personId('xiangshan.specialist2'), 'second'],
    [DESK, 'desk'],
    [hospitalId('leibo'), 'inviterDesk'],
  ]);
  return pages.map(({ personId: person, deskId }) => names.get((person ?? deskId)!) ?? 'somebody else').sort();
};

export const ward = async (h: TestHouse): Promise<Ward> => {
  const [doctor, relief, inviterDesk] = [
    await h.person('leibo.doctor'),
    await h.person('leibo.doctor2'),
    await h.person('leibo.center'),
  ];
  const [first, second, desk] = [
    await h.person('xiangshan.specialist'),
    await h.person('xiangshan.specialist2'),
    await h.person('xiangshan.center'),
  ];
  const join = async (person: Person, id: string) => {
    await person.ask('calls.enter', { kind: 'consult', id, device: 'desk', waiting: false });
    await person.ask('calls.admit', { kind: 'consult', id });
  };
  const sendUrgent: Ward['sendUrgent'] = (more) => doctor.api.consults.request(urgent(more));
  const inSession = async () => {
    const { id } = await sendUrgent();
    await first.api.consults.accept({ id });
    await join(first, id);
    return first.api.consults.read({ id });
  };
  return {
    doctor,
    relief,
    inviterDesk,
    first,
    second,
    desk,
    sendStat: (more) => doctor.api.consults.request(stat(more)),
    sendUrgent,
    join,
    inSession,
    signed: async () => first.api.consults.sign({ id: (await inSession()).id, opinion: OPINION }),
    async quiet() {
      const now = h.clock.now();
      await h.db.consult.updateMany({ where: { endedAt: null }, data: { status: 'cancelled', endedAt: now } });
      await h.db.deadline.updateMany({ where: { settledAt: null }, data: { settledAt: now } });
      await h.db.page.updateMany({ where: { status: 'ringing' }, data: { status: 'stopped', settledAt: now } });
      await h.db.seat.updateMany({ where: { leftAt: null }, data: { leftAt: now } });
      await h.db.person.updateMany({ data: { availability: 'free' } });
    },
  };
};

/** A ward, and beside it another county hospital, which asks 湖州. */
export interface TwoWards extends Ward {
  /** A doctor of 金川. */
  jinchuan: Person;
  /** Each states a patient with an urgent request of its own. */
  inLeibo(patient: Stated): Promise<Consult>;
  inJinchuan(patient: Stated): Promise<Consult>;
}

const HUZHOU = departmentId('huzhou', '04.03');

export const twoWards = async (h: TestHouse): Promise<TwoWards> => {
  const w = await ward(h);
  const jinchuan = await h.person('jinchuan.doctor');
  return {
    ...w,
    jinchuan,
    inLeibo: (patient) => w.sendUrgent({ patient }),
    inJinchuan: (patient) => jinchuan.api.consults.request(urgent({ patient, toDepartmentId: HUZHOU })),
  };
};
