import type { ConsultStatus } from '../../contract/consults.ts';
import type { SubjectAccess, SubjectNumbers } from '../records/subjects.ts';
import { hold } from './relations.ts';

/** From the answer on both sides owe one another things, also after the case is closed. */
const ANSWERED: readonly ConsultStatus[] = ['accepted', 'inSession', 'signed', 'acknowledged', 'closed'];

/** Tasks about a consult: by everybody who stands in a relation to it. Holds the case, so that it is not cancelled meanwhile. */
export const taskAccess: SubjectAccess = async (ctx, id) => {
  const { row } = await hold(ctx, id);
  return { mayAdd: ANSWERED.includes(row.status), hospitalIds: [row.fromHospitalId, row.toHospitalId] };
};

export const consultNumbers: SubjectNumbers = async ({ db }, ids) => {
  const rows = await db.consult.findMany({ where: { id: { in: [...ids] } }, select: { id: true, consultNo: true } });
  return new Map(rows.map(({ id, consultNo }) => [id, consultNo]));
};
