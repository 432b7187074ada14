import type { types } from 'mediasoup';
import type { Source } from './grant.ts';
import type { ConsumerOffer, Notify } from './notices.ts';
import { fromBrowser, refuseMedia } from './refusal.ts';

/** Somebody's source on offer. */
export interface Heard {
  seat: string;
  source: Source;
  producer: types.Producer;
}

interface Ear {
  router: types.Router;
  receive: types.WebRtcTransport;
  rtpCapabilities: types.RtpCapabilities;
}

const face = (consumer: types.Consumer, { seat, source }: Heard): ConsumerOffer => ({
  id: consumer.id,
  seat,
  producerId: consumer.producerId,
  source,
  kind: consumer.kind,
  rtpParameters: consumer.rtpParameters,
  producerPaused: consumer.producerPaused,
});

/**
 * What one seat hears: one consumer per producer, however often it is asked for. In the waiting room they are made ready
 * and stay shut, so that the browser has a place for the first key frame before it is sent: an encoder refuses another one
 * for 300 ms.
 */
export class Consumers {
  readonly #byProducer = new Map<string, Promise<types.Consumer>>();
  readonly #byId = new Map<string, types.Consumer>();
  /** Not shown on the viewer's page. */
  readonly #hidden = new Set<string>();
  #open = false;
  readonly #ear: Ear;
  readonly #notify: Notify;

  constructor(ear: Ear, notify: Notify) {
    this.#ear = ear;
    this.#notify = notify;
  }

  /** The track as an offer, flowing at once where the seat may listen; null for a codec that this browser does not take, or a producer that has just gone. */
  async add(heard: Heard): Promise<ConsumerOffer | null> {
    const { producer } = heard;
    const known = this.#byProducer.get(producer.id);
    if (known) return face(await known, heard);
    const { router, rtpCapabilities } = this.#ear;
    if (producer.closed || !router.canConsume({ producerId: producer.id, rtpCapabilities })) return null;
    const coming = this.#begin(producer, heard.source);
    this.#byProducer.set(producer.id, coming);
    coming.catch(() => this.#byProducer.delete(producer.id));
    return coming.then(
      (consumer) => face(consumer, heard),
      () => null,
    );
  }

  async #begin(producer: types.Producer, source: Source): Promise<types.Consumer> {
    const { receive, rtpCapabilities } = this.#ear;
    const consumer = await receive.consume({ producerId: producer.id, rtpCapabilities, paused: !this.#open });
    this.#byId.set(consumer.id, consumer);
    consumer.observer.once('close', () => {
      this.#byId.delete(consumer.id);
      this.#hidden.delete(consumer.id);
      this.#byProducer.delete(producer.id);
    });
    consumer.on('producerclose', () => this.#notify('consumerClosed', { consumerId: consumer.id }));
    // What shows a chart must be sharp before a face is: screens get their bits first.
    if (source === 'screen') await consumer.setPriority(200);
    await this.#settle(consumer);
    return consumer;
  }

  /** Opens or shuts the room's own valve for everything that the seat hears. */
  async flow(open: boolean): Promise<void> {
    this.#open = open;
    await Promise.all([...this.#byId.values()].map((consumer) => this.#settle(consumer)));
  }

  async #settle(consumer: types.Consumer): Promise<void> {
    const flows = this.#open && !this.#hidden.has(consumer.id);
    if (consumer.closed || consumer.paused !== flows) return;
    await (flows ? consumer.resume() : consumer.pause());
  }

  #find(id: string): types.Consumer {
    return this.#byId.get(id) ?? refuseMedia('invalid', 'media.consumer', 'This track is not one that the seat hears');
  }

  /** The highest simulcast layer wanted, or null for none; sound is never paused by it. */
  async prefer(id: string, layer: number | null): Promise<void> {
    const consumer = this.#find(id);
    if (consumer.kind === 'audio') return;
    if (layer === null) this.#hidden.add(id);
    else this.#hidden.delete(id);
    await fromBrowser(async () => {
      if (layer !== null && consumer.type === 'simulcast') await consumer.setPreferredLayers({ spatialLayer: layer });
      await this.#settle(consumer);
    });
  }

  async keyFrame(id: string): Promise<void> {
    const consumer = this.#find(id);
    if (consumer.kind === 'video') await fromBrowser(() => consumer.requestKeyFrame());
  }
}
