import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ATTACHMENT_MAX_BYTES } from '../contract/attachments.ts';
import { attach, begin, type FileWard, faultOf, fileWard, finishOf, hashOf, subjectOf, tusDoor } from './attached.ts';
import { BAD, GOOD, largePng, PDF } from './files.ts';
import { MINUTE, reasonOf } from './raw.ts';
import { house, type TestHouse } from './support.ts';

let h: TestHouse;
let w: FileWard;
beforeAll(async () => {
  h = await house();
  w = await fileWard(h);
});
beforeEach(() => w.quiet());
afterAll(() => h.close());

const PNG = GOOD['png']!.content;
const DAY = 24 * 60 * MINUTE;

describe('a line that breaks', () => {
  const content = largePng(300_000);

  it('loses nothing that had arrived: the rest is sent from there', async () => {
    const { id: consultId } = await w.sendUrgent();
    const id = await begin(w.doctor, consultId, { bytes: content.length });
    await w.door.breakOff(w.doctor, id, { content, offset: 0, sent: 150_000 });
    const offset = await w.door.offset(w.doctor, id);
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(150_000);
    expect(await finishOf(w.doctor, id, content)).toBe('attachment.unfinished');
    expect((await w.door.patch(w.doctor, id, { content: content.subarray(offset), offset })).status).toBe(204);
    const view = await w.doctor.api.attachments.finish({ id, sha256: hashOf(content) });
    expect(view.sha256).toBe(hashOf(readFileSync(w.fileOf(id))));
  });

  it('nor when the server was started again meanwhile', async () => {
    const { id: consultId } = await w.sendUrgent();
    const id = await begin(w.doctor, consultId, { bytes: content.length });
    await w.door.breakOff(w.doctor, id, { content, offset: 0, sent: 100_000 });
    const offset = await w.door.offset(w.doctor, id);
    const next = await h.again();
    const reply = await tusDoor(next).patch(w.doctor, id, { content: content.subarray(offset), offset });
    expect(reply.status).toBe(204);
    await next.close();
    const view = await w.doctor.api.attachments.finish({ id, sha256: hashOf(content) });
    expect(view.bytes).toBe(content.length);
  });

  it('a piece at the wrong place, or more than was claimed, changes nothing', async () => {
    const { id: consultId } = await w.sendUrgent();
    const id = await begin(w.doctor, consultId, { bytes: PNG.length });
    const [first, rest] = [PNG.subarray(0, 100), PNG.subarray(100)];
    await w.door.patch(w.doctor, id, { content: first, offset: 0 });
    expect(faultOf(await w.door.patch(w.doctor, id, { content: first, offset: 0 }))).toEqual([409, 'attachment.offset']);
    const over = Buffer.concat([rest, Buffer.alloc(1)]);
    expect(faultOf(await w.door.patch(w.doctor, id, { content: over, offset: 100 }))).toEqual([413, 'attachment.overrun']);
    expect(await w.door.offset(w.doctor, id)).toBe(100);
    expect((await w.door.patch(w.doctor, id, { content: rest, offset: 100 })).status).toBe(204);
    await expect(w.doctor.api.attachments.finish({ id, sha256: hashOf(PNG) })).resolves.toMatchObject({ id });
  });

  it('finishing twice, or at once twice, is one attachment', async () => {
    const { id: consultId } = await w.sendUrgent();
    const id = await begin(w.doctor, consultId, { bytes: PNG.length });
    await w.door.patch(w.doctor, id, { content: PNG, offset: 0 });
    const finish = () => w.doctor.api.attachments.finish({ id, sha256: hashOf(PNG) });
    const [one, two] = await Promise.all([finish(), finish()]);
    expect(two).toEqual(one);
    expect(await finish()).toEqual(one);
    const { timeline } = await w.doctor.api.consults.read({ id: consultId });
    expect(timeline.filter(({ verb }) => verb === 'addFile')).toHaveLength(1);
    expect(faultOf(await w.door.patch(w.doctor, id, { content: PNG, offset: 0 }))).toEqual([404, 'attachment.upload']);
    expect((await w.door.remove(w.doctor, id)).status).toBe(404);
    expect(existsSync(w.fileOf(id))).toBe(true);
  });
});

describe('what is not what it should be', () => {
  it.each(Object.entries(BAD))('%s is refused, deleted, and said what can be sent', async (_name, { reason, content }) => {
    const { id: consultId } = await w.sendUrgent();
    const id = await begin(w.doctor, consultId, { bytes: content.length, name: '心电图.jpg' });
    await w.door.patch(w.doctor, id, { content, offset: 0 });
    expect(await finishOf(w.doctor, id, content)).toBe(reason);
    expect(existsSync(w.fileOf(id))).toBe(false);
    expect(await finishOf(w.doctor, id, content)).toBe('attachment.upload');
    expect((await w.doctor.api.attachments.list(subjectOf(consultId))).items).toEqual([]);
  });

  it('a checksum that differs deletes what arrived', async () => {
    const { id: consultId } = await w.sendUrgent();
    const id = await begin(w.doctor, consultId, { bytes: PNG.length });
    await w.door.patch(w.doctor, id, { content: PNG, offset: 0 });
    expect(await finishOf(w.doctor, id, PDF)).toBe('attachment.hash');
    expect(existsSync(w.fileOf(id))).toBe(false);
  });

  it('a large program is not asked for to its end', async () => {
    const { id: consultId } = await w.sendUrgent();
    const id = await begin(w.doctor, consultId, { bytes: 400_000_000, name: '影像.mp4' });
    const { content } = BAD['a program']!;
    await w.door.patch(w.doctor, id, { content, offset: 0 });
    const next = await w.door.patch(w.doctor, id, { content, offset: content.length });
    expect(reasonOf(next)).toEqual([400, 'attachment.type']);
    expect(existsSync(w.fileOf(id))).toBe(false);
  });

  it('five gigabytes are refused before a byte, half a gigabyte is not', async () => {
    const { id } = await w.sendUrgent();
    const claim = async (bytes: number) =>
      h.request
        .post('/api/attachments')
        .set('authorization', `Bearer ${await w.doctor.token()}`)
        .send({ subject: subjectOf(id), name: 'CT', bytes });
    expect(reasonOf(await claim(5_000_000_000))).toEqual([413, 'attachment.tooLarge']);
    expect(reasonOf(await claim(ATTACHMENT_MAX_BYTES + 1))).toEqual([413, 'attachment.tooLarge']);
    expect((await claim(ATTACHMENT_MAX_BYTES)).status).toBe(200);
    expect(reasonOf(await claim(0))).toEqual([400, 'shape']);
    expect(await h.db.attachment.count({ where: { subjectId: id } })).toBe(1);
  });

  it('twenty claims at once are enough for one person, fifty files for one case', async () => {
    const { id } = await w.sendUrgent();
    for (let n = 0; n < 20; n += 1) await begin(w.doctor, id, { bytes: 100 });
    await expect(begin(w.doctor, id, { bytes: 100 })).rejects.toMatchObject({ code: 'tooMany', reason: 'attachment.open' });
    await h.db.attachment.updateMany({ where: { subjectId: id }, data: { addedById: w.stranger.id } });
    for (let n = 0; n < 20; n += 1) await begin(w.doctor, id, { bytes: 100 });
    await h.db.attachment.updateMany({ where: { subjectId: id }, data: { addedById: w.stranger.id } });
    for (let n = 0; n < 10; n += 1) await begin(w.doctor, id, { bytes: 100 });
    await expect(begin(w.doctor, id, { bytes: 100 })).rejects.toMatchObject({ code: 'conflict', reason: 'attachment.full' });
  });
});

describe('what is never finished', () => {
  it('is let go of after a day; what was finished stays', async () => {
    const { id: consultId } = await w.sendUrgent();
    const kept = await attach(w.door, w.doctor, { consultId, content: PDF });
    const id = await begin(w.doctor, consultId, { bytes: 100 });
    await h.db.deadline.updateMany({ where: { action: { not: 'attachments.expire' } }, data: { settledAt: h.clock.now() } });
    await h.elapse(DAY - MINUTE);
    expect(await w.door.offset(w.doctor, id)).toBe(0);
    await h.elapse(2 * MINUTE);
    expect((await w.door.head(w.doctor, id)).status).toBe(404);
    expect([existsSync(w.fileOf(id)), existsSync(w.fileOf(kept.id))]).toEqual([false, true]);
    expect(await h.db.attachment.count({ where: { id } })).toBe(0);
  });

  it('or when its sender gives up', async () => {
    const { id: consultId } = await w.sendUrgent();
    const id = await begin(w.doctor, consultId, { bytes: PNG.length });
    await w.door.patch(w.doctor, id, { content: PNG.subarray(0, 50), offset: 0 });
    expect((await w.door.remove(w.doctor, id)).status).toBe(204);
    expect(existsSync(w.fileOf(id))).toBe(false);
    expect(await h.db.attachment.count({ where: { id } })).toBe(0);
  });
});
