import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attach, begin, type FileWard, fileWard, finishOf, hashOf, subjectOf } from './attached.ts';
import { GOOD, PDF } from './files.ts';
import type { Person } from './person.ts';
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
const get = async (person: Person, id: string, headers: Record<string, string> = {}) =>
  h.request
    .get(`/api/attachments/${id}`)
    .set({ authorization: `Bearer ${await person.token()}`, ...headers })
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });

describe('a file', () => {
  it.each(Object.entries(GOOD))(
    'of the kind %s arrives, is listed for both sides, and reads as it was',
    async (name, { mime, content }) => {
      const { id } = await w.sendUrgent();
      const view = await attach(w.door, w.doctor, { consultId: id, content, name: `阿牛木嘎.${name}`, caption: '外院检查' });
      expect(view).toMatchObject({
        mime,
        bytes: content.length,
        sha256: hashOf(content),
        name: `阿牛木嘎.${name}`,
        caption: '外院检查',
      });
      expect(view.addedBy).toMatchObject({ id: w.doctor.id });
      const { items, mayAdd } = await w.first.api.attachments.list(subjectOf(id));
      expect(items).toEqual([{ ...view, withdrawableUntil: null }]);
      expect(mayAdd).toBe(false);
      const read = await get(w.first, view.id);
      expect(read.headers).toMatchObject({ 'content-type': mime, 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff' });
      expect(read.headers['cache-control']).toContain('private');
      expect(content.equals(read.body as Buffer)).toBe(true);
      expect(statSync(w.fileOf(view.id)).mode & 0o777).toBe(0o600);
      expect((await w.doctor.api.consults.read({ id })).timeline.at(-1)!.verb).toBe('addFile');
    },
  );

  it('says the same over the socket, and both sides are told that there is something', async () => {
    const { id } = await w.sendUrgent();
    const line = await w.first.live();
    const told = new Promise((heard) => line.once('attachments.changed', heard));
    const view = await attach(w.door, w.doctor, { consultId: id, content: PDF });
    expect(await told).toEqual(subjectOf(id));
    expect((await w.first.ask('attachments.list', subjectOf(id))).items.map((one) => one.id)).toEqual([view.id]);
    await expect(w.first.ask('attachments.read', { id: view.id })).rejects.toMatchObject({ reason: 'stream.required' });
    await expect(w.first.ask('attachments.send', { id: view.id })).rejects.toMatchObject({ reason: 'stream.required' });
  });

  it('leaves its rows: begun, finished, read; none for each piece', async () => {
    const { id } = await w.sendUrgent();
    const view = await attach(w.door, w.doctor, { consultId: id, content: PDF });
    await get(w.first, view.id);
    const rows = await h.db.auditRow.findMany({ where: { action: { startsWith: 'attachments.' }, subjectIds: { has: id } } });
    expect(rows.map(({ action, actorId }) => [action, actorId]).sort()).toEqual([
      ['attachments.begin', w.doctor.id],
      ['attachments.finish', w.doctor.id],
      ['attachments.read', w.first.id],
    ]);
    expect(await h.db.auditRow.count({ where: { action: 'attachments.send', outcome: 'done' } })).toBe(0);
  });

  it('has its name and caption sealed in the row, and nothing beside the bytes on the disk', async () => {
    const { id } = await w.sendUrgent();
    const view = await attach(w.door, w.doctor, { consultId: id, content: PDF, name: '阿牛木嘎.pdf', caption: '阿牛木嘎的报告' });
    const row = await h.db.attachment.findUniqueOrThrow({ where: { id: view.id } });
    for (const sealed of [row.nameCipher, row.captionCipher]) expect(Buffer.from(sealed).includes('阿牛')).toBe(false);
    expect(readdirSync(join(h.dataDir, 'attachments')).filter((name) => name.startsWith(view.id))).toEqual([view.id]);
    const head = await w.door.head(w.doctor, await begin(w.doctor, id, { bytes: 100, name: '阿牛木嘎' }));
    expect(head.headers['upload-metadata']).toBeUndefined();
    expect(head.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('whose it is', () => {
  it('a stranger finds no case, no list and no file', async () => {
    const { id } = await w.sendUrgent();
    const view = await attach(w.door, w.doctor, { consultId: id, content: PDF });
    const theirs = w.stranger.api.attachments;
    await expect(theirs.list(subjectOf(id))).rejects.toMatchObject({ code: 'notFound', reason: 'consult' });
    await expect(begin(w.stranger, id, { bytes: 5_000_000_000 })).rejects.toMatchObject({ code: 'notFound' });
    await expect(theirs.withdraw({ id: view.id })).rejects.toMatchObject({ code: 'notFound' });
    expect((await get(w.stranger, view.id)).status).toBe(404);
    expect((await h.request.get(`/api/attachments/${view.id}`)).status).toBe(401);
    expect((await get(w.stranger, randomUUID())).status).toBe(404);
  });

  it('a subject that is not there does not exist', async () => {
    const subject = { kind: 'referral', id: randomUUID() } as const;
    const { list, begin: claim } = w.doctor.api.attachments;
    await expect(list(subject)).rejects.toMatchObject({ code: 'notFound', reason: 'referral' });
    await expect(claim({ subject, name: 'a', bytes: 1 })).rejects.toMatchObject({
      code: 'notFound',
      reason: 'referral',
    });
  });

  it('an upload is nobody else’s, not even a colleague’s', async () => {
    const { id: consultId } = await w.sendUrgent();
    const id = await begin(w.doctor, consultId, { bytes: PNG.length });
    expect((await w.door.head(w.relief, id)).status).toBe(404);
    expect(reasonOf(await w.door.patch(w.relief, id, { content: PNG, offset: 0 }))).toEqual([404, 'attachment.upload']);
    expect((await w.door.remove(w.relief, id)).status).toBe(404);
    expect(await finishOf(w.relief, id, PNG)).toBe('attachment.upload');
    expect((await w.door.head(null, id)).status).toBe(401);
    expect(await w.door.offset(w.doctor, id)).toBe(0);
  });

  it('who may only look cannot add; the consultant can, and nobody once it is over', async () => {
    const { id } = await w.sendUrgent();
    for (const person of [w.first, w.desk, w.inviterDesk]) {
      expect((await person.api.attachments.list(subjectOf(id))).mayAdd).toBe(false);
      await expect(begin(person, id, { bytes: 100 })).rejects.toMatchObject({
        code: 'forbidden',
        reason: 'attachment.mayNotAdd',
      });
    }
    expect((await w.relief.api.attachments.list(subjectOf(id))).mayAdd).toBe(true);
    await w.first.api.consults.accept({ id });
    expect((await attach(w.door, w.first, { consultId: id, content: PDF })).addedBy.id).toBe(w.first.id);
    await w.doctor.api.consults.cancel({ id, note: '误发' });
    await expect(begin(w.doctor, id, { bytes: 100 })).rejects.toMatchObject({ reason: 'attachment.mayNotAdd' });
    await expect(begin(w.first, id, { bytes: 100 })).rejects.toMatchObject({ reason: 'attachment.mayNotAdd' });
  });

  it('what was begun before the signature is not added after it', async () => {
    const { id: consultId } = await w.inSession();
    const id = await begin(w.doctor, consultId, { bytes: PNG.length });
    await w.door.patch(w.doctor, id, { content: PNG, offset: 0 });
    await h.db.consult.update({ where: { id: consultId }, data: { status: 'signed' } });
    expect(await finishOf(w.doctor, id, PNG)).toBe('attachment.mayNotAdd');
  });
});

describe('a part of a file', () => {
  it('is read by range, and a part that is not there is refused', async () => {
    const { id: consultId } = await w.sendUrgent();
    const { content } = GOOD['mp4']!;
    const { id } = await attach(w.door, w.doctor, { consultId, content });
    const part = await get(w.first, id, { range: 'bytes=100-199' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 100-199/${content.length}`);
    expect(content.subarray(100, 200).equals(part.body as Buffer)).toBe(true);
    const tail = await get(w.first, id, { range: 'bytes=-50' });
    expect(content.subarray(-50).equals(tail.body as Buffer)).toBe(true);
    const none = await get(w.first, id, { range: 'bytes=999999-' });
    expect([none.status, none.headers['content-range']]).toEqual([416, `bytes */${content.length}`]);
    expect(JSON.parse(String(none.body))).toMatchObject({ error: { reason: 'stream.range' } });
    expect((await get(w.stranger, id, { range: 'bytes=0-1' })).status).toBe(404);
  });
});

describe('taking back', () => {
  it('is for who added it, for a quarter of an hour; it is no longer shown, and still there', async () => {
    const { id: consultId } = await w.sendUrgent();
    const view = await attach(w.door, w.doctor, { consultId, content: PDF });
    expect(view.withdrawableUntil).not.toBeNull();
    await expect(w.relief.api.attachments.withdraw({ id: view.id })).rejects.toMatchObject({ reason: 'attachment.withdraw' });
    await w.doctor.api.attachments.withdraw({ id: view.id });
    expect((await w.first.api.attachments.list(subjectOf(consultId))).items).toEqual([]);
    expect((await get(w.first, view.id)).status).toBe(404);
    expect(existsSync(w.fileOf(view.id))).toBe(true);
    expect((await w.doctor.api.consults.read({ id: consultId })).timeline.at(-1)!.verb).toBe('withdrawFile');
    const late = await attach(w.door, w.doctor, { consultId, content: PDF });
    h.clock.advance(15 * MINUTE);
    await expect(w.doctor.api.attachments.withdraw({ id: late.id })).rejects.toMatchObject({ reason: 'attachment.withdraw' });
  });
});
