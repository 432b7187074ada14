import type { AttachmentView } from '../contract/attachments.ts';
import type { Consult } from '../contract/consults.ts';
import type { Emergency } from '../contract/emergency.ts';
import type { Center, Flag, NodeCode } from '../contract/emergencyNodes.ts';
import type { Referral } from '../contract/referrals.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { hashOf, tusDoor } from './attached.ts';
import { CARDIOLOGY, OPINION, stat } from './cases.ts';
import { GOOD } from './files.ts';
import type { Person } from './person.ts';
import type { TestHouse } from './support.ts';
import { UP_SHEET } from './transfers.ts';
import { type Ward, ward } from './ward.ts';

export const LEIBO = hospitalId('leibo');
export const STRANGER = { known: false, sex: 'male', approximateAge: 60 } as const;
const QUBI = { known: true, name: '曲比阿木', sex: 'male', birthDate: '1963-05-01' } as const;

/** A ward whose rescues lead on to consults and referrals. */
export interface LinkWard extends Ward {
  call(more?: { center?: Center; flags?: Flag[]; patient?: typeof STRANGER }): Promise<Emergency>;
  /** A STAT from the case, without naming its patient. */
  ask(emergencyId: string, by?: Person): Promise<Consult>;
  /** The same, up to the signature. */
  askSigned(emergencyId: string): Promise<Consult>;
  /** A green lane from the case, as a draft. */
  begin(emergencyId: string, by?: Person): Promise<Referral>;
  send(draft: Referral, departmentId?: string): Promise<Referral>;
  sendFile(caseId: string, kind?: 'ecg'): Promise<AttachmentView>;
  read(caseId: string): Promise<Emergency>;
  /** What the platform has stamped by itself. */
  platform(caseId: string): Promise<Partial<Record<NodeCode, string>>>;
}

export const linkWard = async (h: TestHouse): Promise<LinkWard> => {
  const w = await ward(h);
  const { doctor, first } = w;
  const { patient: _nobody, ...question } = stat();
  const ask: LinkWard['ask'] = (emergencyId, by = doctor) => by.api.consults.request({ ...question, emergencyId });
  const read: LinkWard['read'] = (id) => doctor.api.emergency.read({ id });
  return {
    ...w,
    call: (more = {}) =>
      doctor.api.emergency.activate({
        id: crypto.randomUUID(),
        center: 'chestPain',
        hospitalId: LEIBO,
        at: h.clock.now().toISOString(),
        bed: '12',
        callbackPhone: '0834-8822120',
        patient: QUBI,
        ...more,
      }),
    ask,
    async askSigned(emergencyId) {
      const { id } = await ask(emergencyId);
      await first.api.consults.accept({ id });
      await w.join(first, id);
      return first.api.consults.sign({ id, opinion: OPINION });
    },
    begin: (emergencyId, by = doctor) => by.api.referrals.start({ direction: 'up', lane: 'green', from: { emergencyId } }),
    async send({ id, version: began }, departmentId = CARDIOLOGY) {
      const destination = { departmentId };
      const { version } = await doctor.api.referrals.write({ id, version: began, destination, sheet: UP_SHEET });
      return doctor.api.referrals.submit({ id, version });
    },
    async sendFile(caseId, kind) {
      const { content } = GOOD['png']!;
      const { id } = await doctor.api.attachments.begin({
        subject: { kind: 'emergency', id: caseId },
        name: '12 导联',
        bytes: content.length,
        ...(kind && { kind }),
      });
      await tusDoor(h).patch(doctor, id, { content, offset: 0 });
      return doctor.api.attachments.finish({ id, sha256: hashOf(content) });
    },
    read,
    async platform(caseId) {
      const { timepoints } = await read(caseId);
      return Object.fromEntries(timepoints.filter(({ source }) => source === 'platform').map(({ node, at }) => [node, at]));
    },
    async quiet() {
      await w.quiet();
      await h.db.emergencyCase.updateMany({ where: { status: 'active' }, data: { status: 'closed', endedAt: h.clock.now() } });
    },
  };
};
