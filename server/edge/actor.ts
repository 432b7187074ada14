import type { Role } from '../../contract/kit.ts';

export interface Membership {
  hospitalId: string;
  departmentId: string | null;
  roles: readonly Role[];
}

/** Who asks: a person with roles per hospital, the clock (deadlines), or nobody in particular (sign-in). */
export interface Actor {
  kind: 'person' | 'clock' | 'nobody';
  id: string;
  memberships: readonly Membership[];
  /** The sign-in this access token came of. */
  familyId?: string;
}

const NIL = '00000000-0000-0000-0000-000000000000';
export const CLOCK: Actor = { kind: 'clock', id: NIL, memberships: [] };
export const NOBODY: Actor = { kind: 'nobody', id: NIL, memberships: [] };

/** Memberships in which the actor holds one of the roles. */
export const holding = (actor: Actor, ...roles: readonly Role[]): readonly Membership[] =>
  actor.memberships.filter((membership) => membership.roles.some((role) => roles.includes(role)));

/** Whether the actor holds the role in this hospital and, when given, in this department of it. */
export const holds = (actor: Actor, role: Role, at: { hospitalId: string; departmentId?: string }): boolean =>
  holding(actor, role).some(
    (membership) =>
      membership.hospitalId === at.hospitalId && (at.departmentId === undefined || membership.departmentId === at.departmentId),
  );
