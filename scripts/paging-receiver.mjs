// npm run paging:receiver: what a hospital's telephone program hears of rings, printed. Start the server with
// PAGING_WEBHOOK=http://127.0.0.1:3999/ PAGING_WEBHOOK_SECRET=<the same as here>.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const secret = process.env.PAGING_WEBHOOK_SECRET;
if (!secret) throw new Error('Set PAGING_WEBHOOK_SECRET to the secret of the server.');

const isGenuine = (body, given = '') => {
  const wanted = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
};

const server = createServer(async (request, reply) => {
  const body = await text(request);
  const genuine = isGenuine(body, request.headers['x-shanhai-signature']);
  process.stdout.write(genuine ? `${body}\n` : 'refused: not signed with this secret\n');
  reply.writeHead(genuine ? 204 : 401).end();
});
server.listen(Number(process.env.PORT ?? 3999), '127.0.0.1', () => process.stdout.write('waiting for rings\n'));
