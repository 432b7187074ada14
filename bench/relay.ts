import { createSocket, type RemoteInfo, type Socket as Udp } from 'node:dgram';
import { createServer, connect as dial, type Socket } from 'node:net';

/** A link with a delay: what arrives at `from` goes on to `to` after half of the round trip, and so does what comes back. */
export interface Link {
  from: { host: string; port: number };
  to: { host: string; port: number };
}

/** Milliseconds for a round trip, read anew for each packet. */
type RoundTrip = () => number;

const later = (roundTrip: RoundTrip, deed: () => void): void => {
  const wait = roundTrip() / 2;
  if (wait === 0) deed();
  else setTimeout(deed, wait);
};

const pass = (source: Socket, target: Socket, roundTrip: RoundTrip): void => {
  source.on('data', (chunk) => later(roundTrip, () => void (target.writable && target.write(chunk))));
  source.on('end', () => later(roundTrip, () => target.end()));
  source.on('error', () => target.destroy());
  source.on('close', () => later(roundTrip, () => target.destroy()));
};

/** TCP; the handshake costs its round trip too: the near end is read only after it. */
export const relayTcp = ({ from, to }: Link, roundTrip: RoundTrip): Promise<void> =>
  new Promise((ready) => {
    const server = createServer({ noDelay: true, pauseOnConnect: true }, (near) => {
      setTimeout(() => {
        const far = dial({ ...to, noDelay: true });
        pass(near, far, roundTrip);
        pass(far, near, roundTrip);
        near.resume();
      }, roundTrip());
    });
    server.listen(from.port, from.host, ready);
  });

export const relayUdp = ({ from, to }: Link, roundTrip: RoundTrip): Promise<void> =>
  new Promise((ready) => {
    const near = createSocket('udp4');
    const far = new Map<string, Udp>();
    const open = (peer: RemoteInfo): Udp => {
      const socket = createSocket('udp4');
      socket.on('message', (packet) => later(roundTrip, () => near.send(packet, peer.port, peer.address)));
      far.set(`${peer.address}:${peer.port}`, socket);
      return socket;
    };
    near.on('message', (packet, peer) => {
      const socket = far.get(`${peer.address}:${peer.port}`) ?? open(peer);
      later(roundTrip, () => socket.send(packet, to.port, to.host));
    });
    near.bind(from.port, from.host, ready);
  });

interface Order {
  links: { tcp: Link[]; udp: Link[] };
}

/** As a process of its own, so that nothing else delays the packets: told first its links, then each round trip. */
if (process.send && process.argv[1] === import.meta.filename) {
  let milliseconds = 0;
  process.on('message', async (message: Order | { roundTrip: number }) => {
    if ('roundTrip' in message) milliseconds = message.roundTrip;
    else {
      const roundTrip = () => milliseconds;
      await Promise.all(message.links.tcp.map((link) => relayTcp(link, roundTrip)));
      await Promise.all(message.links.udp.map((link) => relayUdp(link, roundTrip)));
    }
    process.send?.('done');
  });
}
