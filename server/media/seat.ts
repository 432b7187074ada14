import { EventEmitter } from 'node:events';
import type { types } from 'mediasoup';
import { Consumers, type Heard } from './consumers.ts';
import { type Grant, incomingLimit, isAdmitted, maySend } from './grant.ts';
import type { ConsumerOffer, Notices, Notify, SeatFace } from './notices.ts';
import { closePaths, connectPath, type Offer, offers, openPaths, type Paths, restartIce } from './paths.ts';
import { Producers, type Sending } from './producers.ts';
import { fromBrowser, refuseMedia } from './refusal.ts';
import { LEASE_MS } from './settings.ts';
import { askOf, type Bench } from './workers.ts';

/** What a seat needs of the room that it stands in. */
export interface Floor {
  router: types.Router;
  bench: Bench;
  silence(): Promise<types.Producer>;
  left(seat: Seat): void;
  /** A source of the seat began to flow, or changed; the room tells the others. */
  began(seat: Seat, heard: Heard): Promise<void>;
  changed(seat: Seat, notice: Notices['sourceChanged']): void;
}

interface Opened {
  paths: Paths;
  consumers: Consumers;
  warmUp: ConsumerOffer;
}

export interface Handshake {
  send: Offer;
  receive: Offer;
  warmUp: ConsumerOffer;
}

const nobody: Notify = () => {};

/** One person's device in one room. A socket borrows it; without one it waits a lease long to be found again. */
export class Seat extends EventEmitter<{ closed: [] }> {
  readonly id: string;
  about: object = {};
  #grant: Grant;
  readonly #floor: Floor;
  #borrower: Notify = nobody;
  #lease: NodeJS.Timeout | undefined;
  readonly #producers = new Producers();
  #opened: Promise<Opened> | undefined;
  #closed = false;

  constructor(grant: Grant, floor: Floor) {
    super();
    this.id = grant.seat;
    this.#grant = { ...grant, publish: false, listen: false };
    this.#floor = floor;
  }

  get grant(): Grant {
    return this.#grant;
  }

  get closed(): boolean {
    return this.#closed;
  }

  get admitted(): boolean {
    return !this.#closed && isAdmitted(this.#grant);
  }

  get face(): SeatFace {
    return { seat: this.id, about: this.about, sources: this.#producers.face };
  }

  /** What the others may hear of it. */
  get voices(): Heard[] {
    if (this.#closed || !this.#grant.publish) return [];
    return this.#producers.all.map((held) => ({ seat: this.id, ...held }));
  }

  readonly notify: Notify = (name, notice) => this.#borrower(name, notice);

  /** Lends the seat to a socket; the socket that held it until now is told. */
  lend(borrower: Notify): void {
    clearTimeout(this.#lease);
    if (this.#borrower !== borrower) this.notify('ended', { why: 'taken' });
    this.#borrower = borrower;
  }

  /** The socket is gone: the seat keeps its transports for one lease. A socket that no longer holds it changes nothing. */
  release(borrower: Notify): void {
    if (this.#borrower !== borrower || this.#closed) return;
    this.#borrower = nobody;
    this.#lease = setTimeout(() => this.close(), LEASE_MS).unref();
  }

  /** Transports as they are, or new ones where there are none or the browser lost its own. */
  async open({ fresh, rtpCapabilities }: { fresh: boolean; rtpCapabilities: types.RtpCapabilities }): Promise<Handshake> {
    if (fresh) await this.#shut();
    this.#opened ??= this.#build(rtpCapabilities);
    const building = this.#opened;
    building.catch(() => {
      if (this.#opened === building) this.#opened = undefined;
    });
    const { paths, warmUp } = await building;
    return { ...offers(paths), warmUp };
  }

  async #build(rtpCapabilities: types.RtpCapabilities): Promise<Opened> {
    const { router, bench, silence } = this.#floor;
    const paths = await openPaths(router, bench.webRtcServer);
    try {
      if (this.#closed) refuseMedia('unavailable', 'media.gone', 'The seat is gone; join again');
      const consumers = new Consumers({ router, receive: paths.receive, rtpCapabilities }, this.notify);
      const warmUp = await warm(paths.receive, { producer: await silence(), router, rtpCapabilities });
      return { paths, consumers, warmUp };
    } catch (error) {
      closePaths(paths);
      throw error;
    }
  }

  async #shut(): Promise<void> {
    const opened = await this.#opened?.catch(() => undefined);
    this.#opened = undefined;
    if (opened) closePaths(opened.paths);
  }

  /** What is open now; refuses before the first `open` and after the end. */
  async #live(): Promise<Opened> {
    if (this.#closed || !this.#opened) return refuseMedia('unavailable', 'media.gone', 'The seat is gone; join again');
    return this.#opened;
  }

  /** Takes a grant while it sits: admission, promotion, withdrawal. Until the first it neither sends nor hears. */
  async regrant(grant: Grant): Promise<void> {
    this.#grant = grant;
    for (const { source, producer } of this.#producers.all) if (!maySend(grant, source, producer.kind)) producer.close();
    const { paths, consumers } = await this.#live();
    await Promise.all([
      consumers.flow(grant.listen),
      this.#producers.flow(grant.publish),
      paths.send.setMaxIncomingBitrate(incomingLimit(grant)),
    ]);
  }

  async connect(transportId: string, dtlsParameters: types.DtlsParameters): Promise<void> {
    const { paths } = await this.#live();
    await connectPath(paths, transportId, dtlsParameters);
  }

  async produce(transportId: string, sending: Sending): Promise<{ producerId: string }> {
    const { paths } = await this.#live();
    if (paths.send.id !== transportId) refuseMedia('invalid', 'media.transport', 'This is not the sending transport of the seat');
    if (!maySend(this.#grant, sending.source, sending.kind)) {
      refuseMedia('forbidden', 'media.source', 'This seat may not send that');
    }
    const producer = await askOf(this.#floor.bench, () => this.#producers.add(paths.send, sending));
    if (this.admitted) await this.#floor.began(this, { seat: this.id, source: sending.source, producer });
    return { producerId: producer.id };
  }

  async setSource(source: Sending['source'], state: 'on' | 'paused' | 'closed'): Promise<void> {
    if (!this.#producers.has(source)) return refuseMedia('invalid', 'media.source', 'The seat does not send that');
    if (state === 'closed') return this.#producers.close(source);
    await this.#producers.mute(source, state === 'paused');
    if (this.admitted) this.#floor.changed(this, { seat: this.id, source, paused: state === 'paused' });
  }

  /** Offers of what it hears of these, or is made ready to hear: nothing flows while its grant does not let it listen. */
  async hear(voices: readonly Heard[]): Promise<ConsumerOffer[]> {
    const opened = await this.#opened?.catch(() => undefined);
    if (!opened || this.#closed) return [];
    const { consumers } = opened;
    const offered = await Promise.all(voices.map((voice) => consumers.add(voice)));
    return offered.filter((one) => one !== null);
  }

  async prefer(consumerId: string, layer: number | null): Promise<void> {
    const { consumers } = await this.#live();
    await consumers.prefer(consumerId, layer);
  }

  async keyFrame(consumerId: string): Promise<void> {
    const { consumers } = await this.#live();
    await consumers.keyFrame(consumerId);
  }

  async restartIce() {
    const { paths } = await this.#live();
    return fromBrowser(() => restartIce(paths));
  }

  /** Idempotent; everything the seat sent and heard ends with it. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#lease);
    // A worker that no longer understands its messages throws here: what closes must not bring the process down.
    this.#opened?.then(({ paths }) => closePaths(paths)).catch(() => undefined);
    this.#floor.left(this);
    this.emit('closed');
  }
}

const warm = async (
  receive: types.WebRtcTransport,
  {
    producer,
    router,
    rtpCapabilities,
  }: { producer: types.Producer; router: types.Router; rtpCapabilities: types.RtpCapabilities },
): Promise<ConsumerOffer> => {
  if (!router.canConsume({ producerId: producer.id, rtpCapabilities })) {
    refuseMedia('invalid', 'media.capabilities', 'This browser does not take Opus sound');
  }
  const consumer = await fromBrowser(() => receive.consume({ producerId: producer.id, rtpCapabilities, paused: true }));
  const { id, kind, rtpParameters } = consumer;
  return { id, seat: '', producerId: producer.id, source: 'mic', kind, rtpParameters, producerPaused: true };
};
