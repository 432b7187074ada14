import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PIECE_BYTES } from '../../contract/attachments.ts';
import { begin, hashOf, type TusDoor, tusDoor } from '../attached.ts';
import { mp4Of } from '../files.ts';
import { MINUTE } from '../raw.ts';
import { house, type TestHouse } from '../support.ts';
import { type Ward, ward } from '../ward.ts';

const BYTES = 200_000_000;
const CUTS = 5;

let h: TestHouse;
let w: Ward;
beforeAll(async () => {
  h = await house();
  // Client and server share one busy thread here: an idle connection is not to be closed just as it is used again.
  h.app.server.keepAliveTimeout = 600_000;
  w = await ward(h);
});
afterAll(() => h.close());

/** From the offset up to the next cut, in whole pieces; then half a piece, and the line is gone. */
const sendTo = async (door: TusDoor, { id, content, cut }: { id: string; content: Buffer; cut: number }): Promise<void> => {
  let offset = await door.offset(w.doctor, id);
  for (; offset < cut; offset += PIECE_BYTES) {
    const piece = content.subarray(offset, offset + PIECE_BYTES);
    expect((await door.patch(w.doctor, id, { content: piece, offset })).status).toBe(204);
  }
  if (offset >= content.length) return;
  await door.breakOff(w.doctor, id, { content, offset, sent: PIECE_BYTES / 2 });
  // Asked, the server first ends what it was writing.
  expect(await door.offset(w.doctor, id)).toBeGreaterThan(offset);
};

it(`${BYTES / 1e6} MB arrive with the right checksum over a line cut ${CUTS} times, while tokens run out and servers start again`, async () => {
  const content = mp4Of(BYTES);
  const { id: consultId } = await w.sendUrgent();
  const id = await begin(w.doctor, consultId, { bytes: content.length });
  for (let part = 1; part <= CUTS; part += 1) {
    const next = await h.again();
    const before = await tusDoor(next).offset(w.doctor, id);
    await sendTo(tusDoor(next), { id, content, cut: (content.length * part) / (CUTS + 1) });
    await next.close();
    h.clock.advance(11 * MINUTE);
    expect(await tusDoor(h).offset(w.doctor, id)).toBeGreaterThan(before);
  }
  await sendTo(tusDoor(h), { id, content, cut: content.length });
  const view = await w.doctor.api.attachments.finish({ id, sha256: hashOf(content) });
  expect(view).toMatchObject({ bytes: content.length, mime: 'video/mp4', sha256: hashOf(content) });

  const read = await fetch(`${h.base}/api/attachments/${id}`, { headers: { authorization: `Bearer ${await w.first.token()}` } });
  const hash = createHash('sha256');
  for await (const chunk of read.body!) hash.update(chunk);
  expect(hash.digest('hex')).toBe(hashOf(content));
});
