import type { types } from 'mediasoup';
import type { Source } from './grant.ts';
import { fromBrowser } from './refusal.ts';

export interface Sending {
  source: Source;
  kind: types.MediaKind;
  rtpParameters: types.RtpParameters;
  /** Muted by its owner. */
  paused: boolean;
}

/**
 * A browser's encoder ignores a second request for a key frame within 300 ms of the first, and the worker repeats it only
 * after a second: two viewers who come together would leave one of them in the dark. Requests are spaced instead.
 */
const KEY_FRAME_DELAY_MS = 320;

interface Held {
  producer: types.Producer;
  muted: boolean;
}

/** What one seat sends: one producer per source. A source flows when its owner has not muted it and the room lets it through. */
export class Producers {
  readonly #held = new Map<Source, Held>();
  #open = false;

  get all(): { source: Source; producer: types.Producer }[] {
    return [...this.#held].map(([source, { producer }]) => ({ source, producer }));
  }

  get face(): { source: Source; paused: boolean }[] {
    return [...this.#held].map(([source, { muted }]) => ({ source, paused: muted }));
  }

  /** A source that is sent again replaces itself: the browser has built a new track for it. */
  async add(path: types.WebRtcTransport, { source, kind, rtpParameters, paused }: Sending): Promise<types.Producer> {
    this.close(source);
    const producer = await fromBrowser(() =>
      path.produce({ kind, rtpParameters, paused: paused || !this.#open, keyFrameRequestDelay: KEY_FRAME_DELAY_MS }),
    );
    this.close(source);
    this.#held.set(source, { producer, muted: paused });
    producer.observer.once('close', () => {
      if (this.#held.get(source)?.producer === producer) this.#held.delete(source);
    });
    await this.#settle(source);
    return producer;
  }

  has(source: Source): boolean {
    return this.#held.has(source);
  }

  async mute(source: Source, muted: boolean): Promise<void> {
    const held = this.#held.get(source);
    if (!held) return;
    held.muted = muted;
    await this.#settle(source);
  }

  /** Opens or shuts the room's own valve for everything that the seat sends. */
  async flow(open: boolean): Promise<void> {
    this.#open = open;
    await Promise.all([...this.#held.keys()].map((source) => this.#settle(source)));
  }

  close(source: Source): void {
    this.#held.get(source)?.producer.close();
  }

  async #settle(source: Source): Promise<void> {
    const held = this.#held.get(source);
    if (!held || held.producer.closed) return;
    await (held.muted || !this.#open ? held.producer.pause() : held.producer.resume());
  }
}
