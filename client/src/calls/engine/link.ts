import type { Device } from 'mediasoup-client';
import type { z } from 'zod';
import type { Joined, Source } from '../../../../contract/calls.ts';
import { openPaths, type Paths } from './paths.ts';
import { Receivers, type Size } from './receivers.ts';
import { Senders } from './senders.ts';
import type { Wire } from './types.ts';

type JoinedView = z.infer<typeof Joined>;

/** ICE often heals a lapse of a second or two by itself. */
const PATIENCE_MS = 2_000;
/** A path that falters again so soon after a restart of ICE is not going to be mended by another. */
const MENDED_MS = 10_000;

interface Ties {
  wire: Wire;
  sizes: Map<string, Size>;
  /** What others send has come or gone. */
  changed(): void;
  /** Beyond mending: join again with new transports. */
  broken(): void;
}

/** One pair of transports with all that runs over them, from a join until they are given up. */
export class Link {
  readonly paths: Paths;
  readonly senders: Senders;
  readonly receivers: Receivers;
  readonly #ties: Ties;
  #restartedAt = Number.NEGATIVE_INFINITY;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(device: Device, joined: JoinedView, ties: Ties) {
    const { wire } = ties;
    this.#ties = ties;
    const broken = () => void (this.paths.send.closed || ties.broken());
    this.paths = openPaths(device, joined, { wire, broken, faltering: (state) => this.#falter(state) });
    this.senders = new Senders(this.paths, wire);
    this.receivers = new Receivers(this.paths, ties);
  }

  /** Takes over what a join says that the server sends; the silent track keeps the receiving path warm. */
  async settle({ consumers, warmUp }: JoinedView): Promise<void> {
    await this.receivers.settle([...consumers, warmUp]);
  }

  #falter(state: 'disconnected' | 'failed'): void {
    clearTimeout(this.#patience);
    if (state === 'failed') void this.mend();
    else this.#patience = setTimeout(() => void (this.#isDown && this.mend()), PATIENCE_MS);
  }

  get #isDown(): boolean {
    return [this.paths.send, this.paths.receive].some(({ connectionState }) => /disconnected|failed/.test(connectionState));
  }

  /** New ICE credentials over the socket; DTLS and everything above it go on. */
  async mend(): Promise<void> {
    if (this.paths.send.closed) return;
    const now = performance.now();
    if (this.#isDown && now - this.#restartedAt < MENDED_MS) return this.#ties.broken();
    this.#restartedAt = now;
    const { ask } = this.#ties.wire;
    await ask('calls.restartIce', {})
      .then((parameters) => this.paths.restart(parameters))
      .catch(() => undefined);
  }

  close(): void {
    clearTimeout(this.#patience);
    this.paths.close();
  }
}

export const SOURCES: readonly Source[] = ['mic', 'camera', 'screen'];
