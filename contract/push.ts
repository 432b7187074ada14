import { z } from 'zod';
import { actions, Id, Nothing } from './kit.ts';
import { pagingEvents } from './paging.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where a browser's push service takes messages for one device; plain http only on the machine itself, for tests. */
export const PushEndpoint = z
  .url()
  .max(1000)
  .refine((text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  }, 'push.endpoint');

/** The browser's keys, unpadded base64url: a P-256 point (65 bytes) and a secret (16 bytes). */
const Subscription = z.object({
  endpoint: PushEndpoint,
  p256dh: z.string().regex(/^[\w-]{87}$/),
  auth: z.string().regex(/^[\w-]{22}$/),
});

/** Ring alerts by Web Push, where the operator has set a VAPID key pair. They belong to a sign-in and end with it. */
export const push = actions({
  /** Null: not offered here. */
  key: { http: 'GET /push/key', who: 'signedIn', input: Nothing, output: z.object({ publicKey: z.string().nullable() }) },
  /** Told once more it is the same device; whoever tells it last has it. */
  subscribe: { http: 'POST /push/subscriptions', who: 'signedIn', input: Subscription, output: Nothing },
  unsubscribe: {
    http: 'POST /push/unsubscribe',
    who: 'signedIn',
    input: Subscription.pick({ endpoint: true }),
    output: Nothing,
  },
  /** To the devices of the caller's own sign-in. */
  test: { http: 'POST /push/test', who: 'signedIn', input: Nothing, output: Nothing },
});

/** All that is ever sent, encrypted for the device: no name, no case, no hospital. `id` is of the page. */
export const PushMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ring'), id: Id, kind: z.string(), urgency: pagingEvents['page.ringing'].shape.urgency }),
  z.object({ type: z.literal('over'), id: Id }),
  z.object({ type: z.literal('test') }),
]);
export type PushMessage = z.infer<typeof PushMessage>;
