import type { AttachmentSubject } from '../../../contract/attachments.ts';
import type { Tx } from '../../db/client.ts';
import type { Attachment, Prisma } from '../../db/generated/client.ts';
import { type EntryPage, pastAt } from '../source.ts';

/** Cases of one kind, to which the asker has checked the actor's relation. */
export interface Cases {
  kind: AttachmentSubject['kind'];
  ids: readonly string[];
}

const shown = ({ kind, ids }: Cases): Prisma.AttachmentWhereInput => ({
  subjectKind: kind,
  subjectId: { in: [...ids] },
  keptAt: { not: null },
  withdrawnAt: null,
});

/** How many files each of these cases has. */
export const fileCounts = async (db: Tx, cases: Cases): Promise<Map<string, number>> => {
  const counts = await db.attachment.groupBy({ by: ['subjectId'], where: shown(cases), _count: true });
  return new Map(counts.map(({ subjectId, _count }) => [subjectId, _count]));
};

/** Their files, newest first. */
export const filesOf = (db: Tx, cases: Cases, { after, limit }: EntryPage): Promise<Attachment[]> =>
  db.attachment.findMany({
    where: { AND: [shown(cases), pastAt('keptAt', after)] },
    orderBy: [{ keptAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
