import { attachments as actions } from '../../../contract/attachments.ts';
import { refuse } from '../../../contract/refusal.ts';
import type { Attachment } from '../../db/generated/client.ts';
import { type Ctx, type Feature, keep } from '../../edge/ctx.ts';
import { type AccessByKind, accessTo, subjectOf } from './access.ts';
import { tellChanged } from './changed.ts';
import { begin, type Deps, expire, finish, send } from './upload.ts';
import { viewsOf, withdrawableUntil } from './view.ts';

export type { Access } from './access.ts';
export { openFiles } from './files.ts';
export { tusDoor } from './tus.ts';

const shown = async ({ db }: Ctx, id: string): Promise<Attachment> => {
  const row = await db.attachment.findUnique({ where: { id } });
  return row?.keptAt && !row.withdrawnAt ? row : refuse('notFound', 'attachment.file', 'There is no such file among yours');
};

export const attachments = ({ access, ...house }: Omit<Deps, 'to'> & { access: AccessByKind }): Feature => {
  const deps: Deps = { ...house, to: accessTo(access) };
  const { cipher, files, to } = deps;
  const finished = finish(deps);
  return keep(actions, {
    async list(ctx, { kind, id }) {
      const { mayAdd } = await to.see(ctx, { kind, id });
      const where = { subjectKind: kind, subjectId: id, keptAt: { not: null }, withdrawnAt: null };
      const rows = await ctx.db.attachment.findMany({ where, orderBy: [{ keptAt: 'asc' }, { id: 'asc' }] });
      return { items: await viewsOf(ctx, cipher, rows), mayAdd };
    },
    begin: begin(deps),
    send: send(deps),
    async finish(ctx, input) {
      const [view] = await viewsOf(ctx, cipher, [await finished(ctx, input)]);
      return view!;
    },
    async read(ctx, { id }) {
      const row = await shown(ctx, id);
      await to.see(ctx, subjectOf(row));
      return { mime: row.mime as 'application/pdf', file: files.pathOf(id) };
    },
    async withdraw(ctx, { id }) {
      const row = await shown(ctx, id);
      const subject = subjectOf(row);
      const { audience } = await to.see(ctx, subject);
      if (!withdrawableUntil(ctx, row)) refuse('forbidden', 'attachment.withdraw', 'Only who added it, within 15 minutes');
      await ctx.db.attachment.update({ where: { id }, data: { withdrawnAt: ctx.now } });
      await tellChanged(ctx, { subject, kind: row.kind, audience, what: 'withdrawn' });
      return {};
    },
    expire: expire(deps),
  });
};
