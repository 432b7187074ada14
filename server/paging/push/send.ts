import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import webPush, { type PushSubscription, type RequestDetails } from 'web-push';
import type { PushMessage } from '../../../contract/push.ts';
import { checkEndpoint, outsideLookup } from './outside.ts';

/** The operator's VAPID key pair, base64url, and whom a push service may write to about it. */
export interface PushSettings {
  publicKey: string;
  privateKey: string;
  subject: string;
  /** Also the machine itself; for tests. */
  local?: boolean;
}

/** As long as the first line is waited for (`ringOrder`): a ring that a phone finds later is somebody else's by then. */
const LIFE_S = 60;
const PATIENCE_MS = 5_000;

/** The page's id without dashes: a push service keeps one message of a topic, so what comes later takes its place. */
const topicOf = (message: PushMessage): string => ('id' in message ? message.id.replaceAll('-', '') : 'test');

const post = (details: RequestDetails, local: boolean): Promise<number> =>
  new Promise((done, failed) => {
    const request = details.endpoint.startsWith('http:') ? httpRequest : httpsRequest;
    const options = { method: 'POST', headers: details.headers, lookup: outsideLookup(local) };
    // No redirect is followed: it could lead inside again.
    request(details.endpoint, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) }, (reply) => {
      reply.resume();
      done(reply.statusCode ?? 0);
    })
      .once('error', failed)
      .end(details.body);
  });

/** One message to one device, encrypted for it and signed with the operator's key; the HTTP status of its push service. */
export const sendPush = (settings: PushSettings, device: PushSubscription, message: PushMessage): Promise<number> => {
  const { publicKey, privateKey, subject, local = false } = settings;
  checkEndpoint(device.endpoint, local);
  const details = webPush.generateRequestDetails(device, JSON.stringify(message), {
    vapidDetails: { publicKey, privateKey, subject },
    TTL: LIFE_S,
    urgency: message.type === 'over' ? 'normal' : 'high',
    topic: topicOf(message),
  });
  return post(details, local);
};
