import {
  type ConsultRelation,
  type ConsultRow,
  type ConsultStatus,
  type ConsultVerb,
  consultSteps,
} from '../../contract/consults.ts';
import { verbs } from '../../contract/kit.ts';
import type { Consult } from '../db/generated/client.ts';
import type { PersonRelation } from './relations.ts';

interface Turn {
  owner: ConsultRow['owner'];
  by: readonly PersonRelation[];
}
const requester: Turn = { owner: 'requester', by: ['requester'] };
const consultant: Turn = { owner: 'consultant', by: ['consultant'] };
const invitee: Turn = { owner: 'invitee', by: ['candidate', 'inviteeDesk'] };

/** Whose turn it is in each state that is not over. */
export const TURNS: Partial<Record<ConsultStatus, Turn>> = {
  requested: invitee,
  returned: requester,
  accepted: consultant,
  inSession: consultant,
  signed: requester,
  acknowledged: requester,
};

/** The states that are not over. */
export const OPEN = Object.keys(TURNS) as ConsultStatus[];

type By = ReadonlySet<ConsultRelation>;

/** The verbs of the machine that are open to this actor now; a STAT is never sent back (domain rule). */
const can = ({ status, urgency }: Consult, by: By): ConsultVerb[] =>
  verbs(consultSteps, status, by).filter((verb) => !(urgency === 'stat' && verb === 'sendBack'));

/** How the reader stands to the case: whose turn it is, whether theirs, and what they may do. */
export const standing = (row: Consult, by: By): Pick<ConsultRow, 'owner' | 'mine' | 'can'> => {
  const turn = TURNS[row.status];
  return { owner: turn?.owner ?? null, mine: turn?.by.some((relation) => by.has(relation)) ?? false, can: can(row, by) };
};
