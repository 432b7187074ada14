import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PHOTO_MAX_BYTES } from '../contract/records.ts';
import { departmentId } from '../prisma/seed/departments.ts';
import { canonicalJson } from '../server/records/signing.ts';
import { OPINION, urgent } from './cases.ts';
import type { Person } from './person.ts';
import { house, type TestHouse } from './support.ts';
import { type Ward, ward } from './ward.ts';

let h: TestHouse;
let w: Ward;
beforeAll(async () => {
  h = await house();
  w = await ward(h);
});
beforeEach(() => w.quiet());
afterAll(() => h.close());

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(2_000)]);
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(500)]);

const put = async (person: Person, id: string, body: Buffer, headers: Record<string, string> = {}) =>
  h.request
    .put(`/api/consults/${id}/photos`)
    .set({ authorization: `Bearer ${await person.token()}`, 'content-type': 'application/octet-stream' })
    .set({ 'x-input': encodeURIComponent(JSON.stringify({ caption: '十二导联' })), ...headers })
    .send(body);
const get = async (person: Person, id: string) =>
  h.request
    .get(`/api/photos/${id}`)
    .set('authorization', `Bearer ${await person.token()}`)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });
const refusalIn = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { error: { reason: string } }).error.reason,
];

describe('a photo', () => {
  it('goes with the consult and is read by those who stand in a relation to it', async () => {
    const { id } = await w.sendStat();
    const sent = await put(w.doctor, id, JPEG);
    expect(sent.status).toBe(200);
    const photo = sent.body as { id: string };
    expect(photo).toEqual({ id: expect.any(String), caption: '十二导联', bytes: JPEG.length, addedAt: expect.any(String) });
    expect((await w.first.api.consults.read({ id })).photos).toEqual([photo]);
    expect((await w.first.api.consults.ringing()).items[0]!.photos).toEqual([photo]);
    const read = await get(w.first, photo.id);
    expect(read.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
    expect(read.headers['cache-control']).toContain('private');
    expect(JPEG.equals(read.body as Buffer)).toBe(true);
    const rows = await h.db.auditRow.findMany({ where: { action: { startsWith: 'photos.' }, subjectIds: { has: id } } });
    expect(rows.map(({ action, actorId }) => [action, actorId]).sort()).toEqual([
      ['photos.add', w.doctor.id],
      ['photos.read', w.first.id],
    ]);
  });

  it('is nothing to anybody else', async () => {
    const { id } = await w.sendStat();
    const { body } = await put(w.doctor, id, PNG);
    const stranger = await h.person('huzhou.specialist');
    const none = await get(stranger, (body as { id: string }).id);
    expect(none.status).toBe(404);
    expect(refusalIn(await put(await h.person('jinchuan.doctor'), id, PNG))).toEqual([404, 'consult']);
    expect((await put(w.first, id, PNG)).status).toBe(403);
    expect((await h.request.put(`/api/consults/${id}/photos`).send(PNG)).status).toBe(401);
    expect((await h.request.get(`/api/photos/${(body as { id: string }).id}`)).status).toBe(401);
    await expect(w.doctor.ask('photos.add', { id })).rejects.toMatchObject({ reason: 'stream.required' });
  });

  it('is judged by its content, whatever it is called', async () => {
    const { id } = await w.sendStat();
    const page = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    expect(refusalIn(await put(w.doctor, id, page, { 'content-type': 'image/jpeg' }))).toEqual([400, 'photo.type']);
    expect(refusalIn(await put(w.doctor, id, Buffer.alloc(0)))).toEqual([400, 'photo.type']);
    expect(await h.db.photo.count({ where: { consultId: id } })).toBe(0);
  });

  it('is at most two megabytes, said or not', async () => {
    const { id } = await w.sendStat();
    const fits = Buffer.concat([PNG, Buffer.alloc(PHOTO_MAX_BYTES - PNG.length)]);
    expect((await put(w.doctor, id, fits)).status).toBe(200);
    const over = Buffer.concat([fits, Buffer.alloc(1)]);
    expect(refusalIn(await put(w.doctor, id, over))).toEqual([413, 'stream.tooLarge']);
    const unsaid = await fetch(`${h.base}/api/consults/${id}/photos`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await w.doctor.token()}` },
      body: new Blob([over]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(refusalIn({ status: unsaid.status, body: await unsaid.json() })).toEqual([413, 'stream.tooLarge']);
    expect(await h.db.photo.count({ where: { consultId: id } })).toBe(1);
  });

  it('that breaks off on the way leaves nothing, and the server lives', async () => {
    const { id } = await w.sendStat();
    const authorization = `Bearer ${await w.doctor.token()}`;
    const broken = httpRequest(`${h.base}/api/consults/${id}/photos`, {
      method: 'PUT',
      headers: { authorization, 'content-length': JPEG.length },
    });
    const gone = new Promise((done) => broken.once('error', done).once('close', done));
    await new Promise((written) => broken.write(JPEG.subarray(0, 500), written));
    broken.destroy();
    await gone;
    expect((await put(w.doctor, id, JPEG)).status).toBe(200);
    expect(await h.db.photo.count({ where: { consultId: id } })).toBe(1);
  });

  it('sent twice under one key is one photo; another under that key is refused', async () => {
    const { id } = await w.sendStat();
    const key = { 'idempotency-key': 'ecg-1' };
    const [once, again] = [await put(w.doctor, id, JPEG, key), await put(w.doctor, id, JPEG, key)];
    expect(again.body).toEqual(once.body);
    expect(refusalIn(await put(w.doctor, id, PNG, key))).toEqual([409, 'idempotencyKey.reused']);
    expect(await h.db.photo.count({ where: { consultId: id } })).toBe(1);
  });

  it('cannot be added once the opinion is signed', async () => {
    const { id } = await w.signed();
    expect(refusalIn(await put(w.doctor, id, JPEG))).toEqual([409, 'supplement.signed']);
  });
});

const person = urgent().patient;

describe('a patient', () => {
  it('is one record of the hospital as long as the same is said of them, sealed in every column that names them', async () => {
    const [one, two] = [await w.sendUrgent(), await w.sendUrgent()];
    const rows = await h.db.consult.findMany({ where: { id: { in: [one.id, two.id] } }, include: { patient: true } });
    expect(new Set(rows.map(({ patientId }) => patientId)).size).toBe(1);
    const { nameCipher, idNumberCipher, phoneCipher } = rows[0]!.patient;
    for (const sealed of [nameCipher!, idNumberCipher!, phoneCipher!]) {
      expect(Buffer.from(sealed).includes(Buffer.from('阿牛'))).toBe(false);
      expect(Buffer.from(sealed).includes(Buffer.from('5134371962'))).toBe(false);
    }
    expect(h.app.cipher.open(phoneCipher!)).toBe('15400099001');
    expect((await w.first.api.consults.read({ id: two.id })).patient).toMatchObject({
      idNumber: '**************0009',
      phone: '15400099001',
    });
  });

  it('said to be another under the same number is written beside, never over: signed cases show the first', async () => {
    const signed = await w.signed();
    const other = { ...person, name: '另一个人', sex: 'female' } as const;
    const { id } = await w.sendUrgent({ patient: other });
    expect((await w.first.api.consults.read({ id })).patient.name).toBe('另一个人');
    expect((await w.first.api.consults.read({ id: signed.id })).patient).toMatchObject({ name: person.name, sex: 'male' });
  });

  it('of another hospital is another record', async () => {
    const jinchuan = await h.person('jinchuan.doctor');
    const here = await w.sendUrgent();
    const there = await jinchuan.api.consults.request(urgent({ toDepartmentId: departmentId('huzhou', '04.03') }));
    const ids = await h.db.consult.findMany({ where: { id: { in: [here.id, there.id] } }, select: { patientId: true } });
    expect(new Set(ids.map(({ patientId }) => patientId)).size).toBe(2);
  });

  it('without a name becomes known in place, or as the record that has the number already', async () => {
    const stranger = await w.sendStat();
    const before = await h.db.consult.findUniqueOrThrow({ where: { id: stranger.id } });
    const named = { known: true, name: '吉木子布', sex: 'male', birthDate: '1991-05-21' } as const;
    await w.doctor.api.consults.supplement({ id: stranger.id, version: stranger.version, patient: named });
    expect((await h.db.consult.findUniqueOrThrow({ where: { id: stranger.id } })).patientId).toBe(before.patientId);
    const registered = await w.sendUrgent();
    const { version } = await w.doctor.api.consults.read({ id: stranger.id });
    const moved = await w.doctor.api.consults.supplement({ id: stranger.id, version, patient: person });
    expect(moved.patient.name).toBe('阿牛木嘎');
    const rows = await h.db.consult.findMany({
      where: { id: { in: [stranger.id, registered.id] } },
      select: { patientId: true },
    });
    expect(rows[0]).toEqual(rows[1]);
    const other = { ...person, idNumber: '511923199105210000', name: '李晓', birthDate: '1991-05-21' };
    await w.doctor.api.consults.supplement({ id: stranger.id, version: moved.version, patient: other });
    expect((await w.doctor.api.consults.read({ id: registered.id })).patient.name).toBe('阿牛木嘎');
  });

  it('is refused with a wrong identity number, and the number is not repeated', async () => {
    const wrong = { ...person, idNumber: '513437196203140008' };
    await expect(w.sendUrgent({ patient: wrong })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.not.stringContaining('513437'),
    });
  });
});

describe('patient text', () => {
  it('is in no event, no audit row, no deadline and no log line', async () => {
    const lines: string[] = [];
    const log = h.app.house.log;
    h.app.house.log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
    const heard: unknown[] = [];
    for (const one of [w.doctor, w.first, w.desk]) (await one.live()).onAny((...event) => void heard.push(event));
    const { id } = await w.sendUrgent();
    await put(w.doctor, id, JPEG);
    await w.first.api.consults.accept({ id });
    await w.join(w.first, id);
    await w.doctor.api.consults.advise({ id, text: '立即溶栓' });
    await w.first.api.consults.sign({ id, opinion: OPINION });
    await w.doctor.api.consults.acknowledge({ id, adoption: 'none', reason: '家属拒绝' }).catch(() => {});
    await w.doctor.api.consults.list({});
    await expect(w.sendUrgent({ patient: { ...person, name: '' } })).rejects.toMatchObject({ code: 'invalid' });
    h.app.house.log = log;
    await expect.poll(() => JSON.stringify(heard)).toContain('acknowledged');
    const rows = await h.db.auditRow.findMany({ where: { subjectIds: { has: id } }, omit: { seq: true } });
    expect(new Set(rows.map(({ action }) => action))).toContain('consults.list');
    const said = [JSON.stringify(heard), JSON.stringify(rows), lines.join(''), JSON.stringify(await h.db.deadline.findMany())];
    expect(lines.length).toBeGreaterThan(5);
    for (const secret of ['阿牛', '5134371962', '15400099001', 'ST 段', '溶栓', '介入', '拒绝', 'ZY2026']) {
      for (const text of said) expect(text).not.toContain(secret);
    }
  });
});

describe('canonical JSON', () => {
  it('is the same text for the same content, in whatever order it was written', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '…' }], a: true })).toBe('{"a":true,"b":[1,{"c":"…","d":null}]}');
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });
});
