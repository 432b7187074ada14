import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import type { Cipher } from '../db/cipher.ts';
import type { Page } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Facts } from '../edge/facts.ts';
import { instant } from '../edge/instants.ts';

/** Where rings go beside the open pages: a program of the hospital's that telephones and sends messages. */
export interface PagingWebhook {
  url: string;
  /** Signs what is sent, HMAC-SHA256. */
  secret: string;
}

const PATIENCE_MS = 5_000;
/** Then the open pages, the desk and the next line are what is left. */
const TRIES = 3;

/** Whom to call, and how pressing it is; never whom it is about. */
interface Call {
  page: string;
  urgency: string;
  kind: string;
  phone: string;
  rungAt: string;
}

/** A person's own telephone, or the 24 h number of the desk. */
const phoneOf = async ({ db }: Ctx, cipher: Cipher, { personId, deskId }: Page): Promise<string | null> => {
  if (deskId) return (await db.hospital.findUniqueOrThrow({ where: { id: deskId } })).centerPhone;
  const { phoneCipher } = await db.person.findUniqueOrThrow({ where: { id: personId! } });
  return phoneCipher && cipher.open(phoneCipher);
};

const post = async ({ url, secret }: PagingWebhook, call: Call): Promise<void> => {
  const body = JSON.stringify(call);
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-shanhai-signature': `sha256=${signature}` };
  const reply = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!reply.ok) throw new Error(`the webhook answered ${reply.status}`);
};

/**
 * The one call to an outside host, where one is configured: a ring must wake somebody whose page is closed (domain §0.1).
 * Sent after the commit; what fails is tried again and then logged, and keeps nobody from ringing.
 */
export const webhookReaction =
  ({ webhook, cipher, log }: { webhook: PagingWebhook; cipher: Cipher; log: Logger }) =>
  async (ctx: Ctx, { pageId }: Facts['paging.rung']): Promise<void> => {
    const page = await ctx.db.page.findUniqueOrThrow({ where: { id: pageId } });
    const phone = await phoneOf(ctx, cipher, page);
    if (phone === null) return;
    const { id, urgency, subjectKind, rungAt } = page;
    const call: Call = { page: id, urgency, kind: subjectKind, phone, rungAt: instant(rungAt) };
    ctx.lastly(() => {
      const attempt = (left: number): Promise<void> =>
        post(webhook, call).catch((error: unknown) =>
          left > 1 ? attempt(left - 1) : log.warn({ err: error, page: id }, 'webhook'),
        );
      void attempt(TRIES);
    });
  };
