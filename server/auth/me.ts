import type { z } from 'zod';
import type { Me } from '../../contract/auth.ts';
import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

/** What of a person a view of themselves needs. */
export const withMemberships = {
  memberships: { include: { hospital: true, department: true }, orderBy: { id: 'asc' } },
} as const satisfies Prisma.PersonInclude;
export type PersonRow = Prisma.PersonGetPayload<{ include: typeof withMemberships }>;

export const meView = (person: PersonRow): z.input<typeof Me> => ({
  id: person.id,
  account: person.account,
  name: person.name,
  title: person.title,
  locale: person.locale === 'en' ? 'en' : 'zh-CN',
  availability: person.availability,
  otpEnrolled: person.otpConfirmed,
  memberships: person.memberships,
});

export const findMe = (db: Tx, id: string): Promise<PersonRow> =>
  db.person.findUniqueOrThrow({ where: { id }, include: withMemberships });

export const hospitalsOf = (person: PersonRow): string[] => person.memberships.map(({ hospitalId }) => hospitalId);
