import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { refuse } from '../../../contract/refusal.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Private, shared, link-local (where clouds keep their credentials), multicast and reserved: nothing there is a push service. */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits);
for (const [net, bits] of [
  ['::', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

/**
 * Whoever is signed in names an address that this server will then post to. Without a look at it that would be a way to
 * knock at the hospital's own network (SSRF). `local` lets the machine itself through, where the tests listen.
 */
const isOutside = (address: string, local: boolean): boolean => {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (loopback.check(address, family)) return local;
  return !inside.check(address, family);
};

/** Refuses an address that is written out and not a public one; names are looked at when they are resolved. */
export const checkEndpoint = (endpoint: string, local: boolean): void => {
  const { protocol, hostname } = new URL(endpoint);
  const host = hostname.replace(/^\[|\]$/g, '');
  const refused = (protocol === 'http:' && !local) || (isIP(host) !== 0 && !isOutside(host, local));
  if (refused) refuse('invalid', 'push.endpoint', 'This is not the address of a push service');
};

/** Resolves a name for the request itself, so that it cannot point elsewhere a moment after it was looked at. */
export const outsideLookup =
  (local: boolean): LookupFunction =>
  (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const good = found.filter(({ address }) => isOutside(address, local));
      const [first] = good;
      if (!first) return done(Object.assign(new Error('no public address'), { code: 'EINSIDE' }), []);
      return options.all ? done(null, good) : done(null, first.address, first.family);
    });
