import type { types } from 'mediasoup-client';
import type { Source } from '../../../../contract/calls.ts';
import type { Paths } from './paths.ts';
import type { Wire } from './types.ts';

/** What a source should be like: `flowing` false keeps everything on this device, as in the waiting room. */
export interface Wanted {
  track: MediaStreamTrack | null;
  on: boolean;
  flowing: boolean;
}

interface Sent {
  producer: types.Producer;
  muted: boolean;
}

/** Makes what is sent what is wanted, one step at a time for each source and however often it is asked. */
export class Senders {
  readonly #paths: Paths;
  readonly #wire: Wire;
  readonly #sent = new Map<Source, Sent>();
  readonly #queues = new Map<Source, Promise<void>>();

  constructor(paths: Paths, wire: Wire) {
    this.#paths = paths;
    this.#wire = wire;
  }

  /** `wanted` is read when its turn comes, so a burst of changes ends in the last. What fails is put right by the next. */
  sync(source: Source, wanted: () => Wanted): Promise<void> {
    const turn = (this.#queues.get(source) ?? Promise.resolve())
      .then(() => this.#settle(source, wanted()))
      .catch(() => undefined);
    this.#queues.set(source, turn);
    return turn;
  }

  async #settle(source: Source, { track, on, flowing }: Wanted): Promise<void> {
    if (this.#paths.send.closed) return;
    const sent = this.#sent.get(source) ?? (track && (await this.#begin(source, track, !on)));
    if (!sent) return;
    if (source === 'screen' && !track) return this.#end(source, sent);
    // Without a track nothing leaves the device, and no renegotiation is needed to go on.
    const flowingTrack = flowing && on ? track : null;
    if (sent.producer.track !== flowingTrack) await sent.producer.replaceTrack({ track: flowingTrack });
    if (sent.muted === on) await this.#tell(source, sent, !on);
  }

  async #begin(source: Source, track: MediaStreamTrack, muted: boolean): Promise<Sent> {
    const producer = await this.#paths.publish({ source, track, muted });
    const sent = { producer, muted };
    this.#sent.set(source, sent);
    return sent;
  }

  async #end(source: Source, { producer }: Sent): Promise<void> {
    this.#sent.delete(source);
    producer.close();
    await producer.appData['told'];
    await this.#wire.ask('calls.setSource', { source, state: 'closed' });
  }

  async #tell(source: Source, sent: Sent, muted: boolean): Promise<void> {
    // The server must have heard of the source before it hears of its being muted.
    await sent.producer.appData['told'];
    await this.#wire.ask('calls.setSource', { source, state: muted ? 'paused' : 'on' });
    sent.muted = muted;
  }
}
