import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { AttachmentView } from '../contract/attachments.ts';
import type { Person } from './person.ts';
import { reasonOf } from './raw.ts';
import type { TestHouse } from './support.ts';
import { type Ward, ward } from './ward.ts';

export const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** A consult, as files name what they belong to. */
export const subjectOf = (id: string) => ({ kind: 'consult', id }) as const;

/** Begins an upload to a consult; resolves to its id. */
export const begin = async (person: Person, consultId: string, more: { bytes: number; name?: string; caption?: string }) => {
  const { id } = await person.api.attachments.begin({ subject: subjectOf(consultId), name: '文件', ...more });
  return id;
};

/** Where the bytes of a file lie. */
const fileIn = (dataDir: string, id: string): string => join(dataDir, 'attachments', id);

const TUS = { 'tus-resumable': '1.0.0' };

/** The tus half of an upload, as a client of another make would speak it. */
export const tusDoor = (h: Pick<TestHouse, 'base' | 'dataDir' | 'request'>) => {
  const headers = async (person: Person | null) => ({
    ...TUS,
    ...(person && { authorization: `Bearer ${await person.token()}` }),
  });
  const at = (id: string) => `/api/attachments/uploads/${id}`;
  return {
    head: async (person: Person | null, id: string) => h.request.head(at(id)).set(await headers(person)),
    offset: async (person: Person, id: string) =>
      Number((await h.request.head(at(id)).set(await headers(person))).get('upload-offset')),
    patch: async (person: Person | null, id: string, piece: { content: Buffer; offset: number }) =>
      h.request
        .patch(at(id))
        .set({ ...(await headers(person)), 'upload-offset': String(piece.offset) })
        .set('content-type', 'application/offset+octet-stream')
        .send(piece.content),
    remove: async (person: Person, id: string) => h.request.delete(at(id)).set(await headers(person)),
    /** Says that `content` comes, sends `sent` bytes of it, and hangs up when some of them have arrived. */
    async breakOff(person: Person, id: string, { content, offset, sent }: { content: Buffer; offset: number; sent: number }) {
      const broken = httpRequest(h.base + at(id), {
        method: 'PATCH',
        headers: {
          ...(await headers(person)),
          'upload-offset': offset,
          'content-type': 'application/offset+octet-stream',
          'content-length': content.length - offset,
        },
      });
      const gone = new Promise((done) => broken.once('error', done).once('close', done));
      await new Promise((written) => broken.write(content.subarray(offset, offset + sent), written));
      await vi.waitUntil(() => statSync(fileIn(h.dataDir, id)).size > offset, { timeout: 15_000, interval: 10 });
      broken.destroy();
      await gone;
    },
  };
};
export type TusDoor = ReturnType<typeof tusDoor>;

/** A ward whose cases are given files. */
export interface FileWard extends Ward {
  door: TusDoor;
  /** A specialist who has nothing to do with it. */
  stranger: Person;
  fileOf(id: string): string;
}

/** On its quiet nights no upload is open either: a person may have only so many. */
export const fileWard = async (h: TestHouse): Promise<FileWard> => {
  const w = await ward(h);
  return {
    ...w,
    door: tusDoor(h),
    stranger: await h.person('huzhou.specialist'),
    fileOf: (id) => fileIn(h.dataDir, id),
    async quiet() {
      await w.quiet();
      await h.db.attachment.deleteMany({ where: { keptAt: null } });
    },
  };
};

/** A whole file, in one piece. */
export const attach = async (
  door: TusDoor,
  person: Person,
  { consultId, content, ...said }: { consultId: string; content: Buffer; name?: string; caption?: string },
): Promise<AttachmentView> => {
  const id = await begin(person, consultId, { bytes: content.length, ...said });
  const { status } = await door.patch(person, id, { content, offset: 0 });
  if (status !== 204) throw new Error(`patch: ${status}`);
  return person.api.attachments.finish({ id, sha256: hashOf(content) });
};

/** Status and reason of what tus answers; its bodies are JSON that says it is text. */
export const faultOf = (reply: { status: number; text: string; body: unknown }): unknown[] =>
  reply.text.startsWith('{') ? reasonOf({ ...reply, body: JSON.parse(reply.text) } as never) : [reply.status];

/** Why a file is not kept; `kept` when it is. */
export const finishOf = (person: Person, id: string, content: Buffer): Promise<string> =>
  person.api.attachments.finish({ id, sha256: hashOf(content) }).then(
    () => 'kept',
    ({ reason }: { reason: string }) => reason,
  );
