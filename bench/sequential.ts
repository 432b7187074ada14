import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWorker, type types } from 'mediasoup';
import { type types as client, Device } from 'mediasoup-client';
import { Server, type Socket } from 'socket.io';
import { type Socket as ClientSocket, io } from 'socket.io-client';
import { CODECS, TRANSPORT } from '../server/media/settings.ts';

/** The peer: the order of messages of mediasoup-demo, one after the other, without accounts, rows or audit. */

interface Room {
  router: types.Router;
  webRtcServer: types.WebRtcServer;
  producers: types.Producer[];
}
type Answers = Record<string, (input: never) => Promise<unknown>>;

const visit = ({ router, webRtcServer, producers }: Room, line: Socket): Answers => {
  const transports = new Map<string, types.WebRtcTransport>();
  let receiving: types.WebRtcTransport | undefined;
  const offer = async (producer: types.Producer, rtpCapabilities: types.RtpCapabilities) => {
    const consumer = await receiving!.consume({ producerId: producer.id, rtpCapabilities, paused: true });
    const { id, kind, rtpParameters } = consumer;
    await line.emitWithAck('newConsumer', { id, producerId: producer.id, kind, rtpParameters });
    await consumer.resume();
  };
  line.once('disconnect', () => {
    for (const transport of transports.values()) transport.close();
  });
  return {
    getRouterRtpCapabilities: async () => router.rtpCapabilities,
    createWebRtcTransport: async ({ receive }: { receive: boolean }) => {
      const transport = await router.createWebRtcTransport({ webRtcServer, ...TRANSPORT });
      transports.set(transport.id, transport);
      if (receive) receiving = transport;
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
      return { id, iceParameters, iceCandidates, dtlsParameters };
    },
    join: async ({ rtpCapabilities }: { rtpCapabilities: types.RtpCapabilities }) => {
      for (const producer of producers) void offer(producer, rtpCapabilities).catch(() => undefined);
      return {};
    },
    connectWebRtcTransport: async ({ id, dtlsParameters }: { id: string; dtlsParameters: types.DtlsParameters }) => {
      await transports.get(id)?.connect({ dtlsParameters });
      return {};
    },
    produce: async ({ id, kind, rtpParameters }: { id: string } & types.ProducerOptions) => {
      const producer = await transports.get(id)!.produce({ kind, rtpParameters });
      producers.push(producer);
      return { id: producer.id };
    },
  };
};

interface Place {
  mediaPort: number;
  announcedAddress: string;
}

/** Serves one room; answers with its signalling port. */
export const serveSequential = async ({ mediaPort: port, announcedAddress }: Place): Promise<number> => {
  const worker = await createWorker();
  const listen = { ip: '127.0.0.1', announcedAddress, port };
  const webRtcServer = await worker.createWebRtcServer({
    listenInfos: [
      { protocol: 'udp', ...listen },
      { protocol: 'tcp', ...listen },
    ],
  });
  const room = { router: await worker.createRouter({ mediaCodecs: CODECS }), webRtcServer, producers: [] };
  const server = createServer();
  new Server(server, { transports: ['websocket'], serveClient: false }).on('connection', (line) => {
    const answers = visit(room, line);
    for (const [name, answer] of Object.entries(answers)) {
      line.on(name, (input: unknown, ack: (output: unknown) => void) => void answer(input as never).then(ack));
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
};

const enter = async (base: string, mend: (offer: client.TransportOptions) => client.TransportOptions) => {
  const line: ClientSocket = io(base, { transports: ['websocket'], forceNew: true, reconnection: false });
  await new Promise<void>((up) => line.once('connect', up));
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: await line.emitWithAck('getRouterRtpCapabilities', {}) });
  const send = device.createSendTransport(mend(await line.emitWithAck('createWebRtcTransport', { receive: false })));
  const receive = device.createRecvTransport(mend(await line.emitWithAck('createWebRtcTransport', { receive: true })));
  for (const path of [send, receive]) {
    path.on('connect', ({ dtlsParameters }, done, failed) => {
      line.emitWithAck('connectWebRtcTransport', { id: path.id, dtlsParameters }).then(() => done(), failed);
    });
  }
  send.on('produce', ({ kind, rtpParameters }, done, failed) => {
    line.emitWithAck('produce', { id: send.id, kind, rtpParameters }).then(done, failed);
  });
  return { line, device, send, receive };
};

/** Joins as a viewer; resolves with the first track that comes, which its consumer has not seen a frame of yet. */
export const joinSequential = async (base: string): Promise<{ track: MediaStreamTrack; leave(): void }> => {
  const { line, device, send, receive } = await enter(base, (offer) => offer);
  const coming = new Promise<MediaStreamTrack>((came) => {
    line.once('newConsumer', async (offer: client.ConsumerOptions, ack: () => void) => {
      const { track } = await receive.consume(offer);
      ack();
      came(track);
    });
  });
  await line.emitWithAck('join', { rtpCapabilities: device.recvRtpCapabilities });
  const leave = () => {
    send.close();
    receive.close();
    line.close();
  };
  return { track: await coming, leave };
};

/** Sends a picture for as long as the bench runs. */
export const publishSequential = async (
  base: string,
  { track, mend }: { track: MediaStreamTrack; mend(offer: client.TransportOptions): client.TransportOptions },
): Promise<void> => {
  const { send } = await enter(base, mend);
  await send.produce({ track });
};
