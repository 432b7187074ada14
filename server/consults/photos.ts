import { photos as actions } from '../../contract/records.ts';
import { refuse } from '../../contract/refusal.ts';
import { keep } from '../edge/ctx.ts';
import { keepPhoto, photoOf } from '../records/photos.ts';
import { noteStep, tellChanged } from './move.ts';
import { hold, load } from './relations.ts';
import { mayAdd } from './supplement.ts';

/** Enough for an 18-lead ECG and a series of films; more belongs into an imaging study. */
const MOST = 20;

export const photos = keep(actions, {
  async add(ctx, { id, caption }) {
    const { row, by } = await hold(ctx, id);
    mayAdd(row, by);
    if ((await ctx.db.photo.count({ where: { consultId: id } })) >= MOST) {
      refuse('conflict', 'photo.tooMany', `A consult takes at most ${MOST} pictures`);
    }
    const photo = { consultId: id, addedById: ctx.actor.id, caption, content: ctx.body, addedAt: ctx.now };
    const kept = await keepPhoto(ctx.db, photo);
    await noteStep(ctx, id, 'addPhoto');
    tellChanged(ctx, row);
    return photoOf(kept);
  },

  async read(ctx, { id }) {
    const photo = (await ctx.db.photo.findUnique({ where: { id } })) ?? refuse('notFound', 'photo', 'There is no such picture');
    await load(ctx, photo.consultId);
    return { mime: photo.mime, content: photo.content };
  },
});
