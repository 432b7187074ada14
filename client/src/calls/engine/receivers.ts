import type { types } from 'mediasoup-client';
import type { ConsumerOffer, Source } from '../../../../contract/calls.ts';
import type { Paths } from './paths.ts';
import { aboutTracks, reportOf, sum } from './report.ts';
import type { Wire } from './types.ts';

export type Size = 'large' | 'small' | 'hidden';
const LAYER: Record<Size, number | null> = { large: 2, small: 1, hidden: null };

/** A picture that has not begun by then is asked for again, ms: the first key frame may have been lost, and mediasoup asks but once a second. */
const NUDGES = [150, 400];

export interface Received {
  offer: ConsumerOffer;
  consumer: types.Consumer;
}

const place = (seat: string, source: Source) => `${seat}/${source}`;

/** What arrives from the others, by the server's id of each track. */
export class Receivers {
  readonly #paths: Paths;
  readonly #wire: Wire;
  readonly #sizes: Map<string, Size>;
  readonly #changed: () => void;
  readonly #known = new Map<string, Received | null>();

  /** `sizes` outlives transports: how large each picture is on the page. */
  constructor(paths: Paths, ties: { wire: Wire; sizes: Map<string, Size>; changed(): void }) {
    this.#paths = paths;
    this.#wire = ties.wire;
    this.#sizes = ties.sizes;
    this.#changed = ties.changed;
  }

  get all(): Received[] {
    return [...this.#known.values()].filter((received) => received !== null);
  }

  /** Takes a track once, however often it is offered; one that was made ready in the waiting room may still be dark. */
  async add(offer: ConsumerOffer): Promise<void> {
    const known = this.#known.get(offer.id);
    if (known && offer.kind === 'video') this.#nudge(known.consumer);
    if (known !== undefined) return;
    this.#known.set(offer.id, null);
    const consumer = await this.#paths.consume(offer).catch(() => null);
    if (!consumer || !this.#known.has(offer.id)) return consumer?.close();
    this.#known.set(offer.id, { offer, consumer });
    this.#changed();
    if (offer.kind === 'audio') return;
    const size = this.#sizes.get(place(offer.seat, offer.source));
    if (size) this.#prefer(offer.id, size);
    this.#nudge(consumer);
  }

  /** Keeps what the server still sends and lets go of the rest. */
  async settle(offers: readonly ConsumerOffer[]): Promise<void> {
    const ids = new Set(offers.map(({ id }) => id));
    for (const id of this.#known.keys()) if (!ids.has(id)) this.remove(id);
    await Promise.all(offers.map((offer) => this.add(offer)));
  }

  /** Answers what it was, so that its owner can be told apart. */
  remove(id: string): ConsumerOffer | undefined {
    const received = this.#known.get(id);
    this.#known.delete(id);
    received?.consumer.close();
    this.#changed();
    return received?.offer;
  }

  show(seat: string, source: Source, size: Size): void {
    if (this.#sizes.get(place(seat, source)) === size) return;
    this.#sizes.set(place(seat, source), size);
    for (const { offer } of this.all) if (offer.seat === seat && offer.source === source) this.#prefer(offer.id, size);
  }

  #prefer(consumerId: string, size: Size): void {
    this.#wire.ask('calls.prefer', { consumerId, layer: LAYER[size] }).catch(() => undefined);
  }

  /** Counted from when the path carries anything at all. */
  #nudge(consumer: types.Consumer): void {
    const { receive } = this.#paths;
    if (receive.connectionState !== 'connected') {
      receive.on('connectionstatechange', (state) => void (state === 'connected' && this.#nudgeNow(consumer)));
    } else this.#nudgeNow(consumer);
  }

  #nudgeNow(consumer: types.Consumer): void {
    for (const wait of NUDGES) {
      setTimeout(() => void this.#askIfDark(consumer), wait);
    }
  }

  async #askIfDark(consumer: types.Consumer): Promise<void> {
    if (consumer.closed) return;
    const streams = aboutTracks(await reportOf(this.#paths.receive), [consumer]);
    if (sum(streams, 'framesDecoded') > 0) return;
    await this.#wire.ask('calls.keyFrame', { consumerId: consumer.id }).catch(() => undefined);
  }
}
