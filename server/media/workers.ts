import { EventEmitter, once } from 'node:events';
import { availableParallelism } from 'node:os';
import { createWorker, type types } from 'mediasoup';
import { isBroken, refuseMedia } from './refusal.ts';

export interface Listen {
  /** First port: worker n listens on `port + n`, UDP and TCP. 0 takes free ones. */
  port: number;
  listenIp: string;
  /** What browsers are told to send to; null: `listenIp` itself. */
  announcedAddress: string | null;
  /** One core is left to Node and the database. */
  workers?: number;
}

export interface Bench {
  worker: types.Worker;
  webRtcServer: types.WebRtcServer;
  rooms: number;
}

interface Log {
  info(about: object, text: string): void;
  error(about: object, text: string): void;
}

/** A worker that dies soon after its start waits longer and longer, so that a broken machine is not kept busy. */
const SECOND_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
const SETTLED_MS = 60_000;
/** How long a join waits for a worker that is being replaced. */
const PATIENCE_MS = 5_000;

const listenInfo = (
  protocol: 'udp' | 'tcp',
  { listenIp, announcedAddress }: Listen,
  port: number,
): types.TransportListenInfo => ({
  protocol,
  ip: listenIp,
  ...(announcedAddress && { announcedAddress }),
  ...(port > 0 && { port }),
});

const seatBench = async (listen: Listen, index: number): Promise<Bench> => {
  const worker = await createWorker({ logLevel: 'error' });
  try {
    const port = listen.port === 0 ? 0 : listen.port + index;
    const webRtcServer = await worker.createWebRtcServer({
      listenInfos: [listenInfo('udp', listen, port), listenInfo('tcp', listen, port)],
    });
    return { worker, webRtcServer, rooms: 0 };
  } catch (error) {
    worker.close();
    throw error;
  }
};

/** Asks something of a worker; one that no longer understands its messages is ended, and replaced as if it had died. */
export const askOf = async <T>({ worker }: Bench, asked: () => Promise<T>): Promise<T> => {
  try {
    return await asked();
  } catch (error) {
    if (!isBroken(error)) throw error;
    process.kill(worker.pid, 'SIGKILL');
    return refuseMedia('unavailable', 'media.gone', 'The room is being brought back; join again');
  }
};

/** One mediasoup worker per core but one; a dead one is replaced in its place, on its port. */
export class Workers extends EventEmitter<{ replaced: [] }> {
  readonly #listen: Listen;
  readonly #log: Log;
  readonly #benches: (Bench | null)[];
  readonly #timers = new Set<NodeJS.Timeout>();
  #closed = false;

  constructor(listen: Listen, log: Log) {
    super();
    this.#listen = listen;
    this.#log = log;
    this.#benches = Array<null>(listen.workers ?? Math.max(1, availableParallelism() - 1)).fill(null);
  }

  /** Rejects when the worker binary cannot run or a port is taken. */
  async open(): Promise<void> {
    await Promise.all(this.#benches.map((_, index) => this.#fill(index, 0)));
  }

  get alive(): number {
    return this.#benches.filter((bench) => bench !== null).length;
  }

  /** The worker with the fewest rooms; while none lives, the first to come back. */
  async leastLoaded(): Promise<Bench> {
    if (this.alive === 0) await once(this, 'replaced', { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
    const [bench] = this.#benches.filter((candidate) => candidate !== null).toSorted((a, b) => a.rooms - b.rooms);
    return bench ?? refuseMedia('unavailable', 'media.noWorker', 'Media is not running; try again in a moment');
  }

  async #fill(index: number, wait: number): Promise<void> {
    const bench = await seatBench(this.#listen, index);
    if (this.#closed) return bench.worker.close();
    this.#benches[index] = bench;
    const since = performance.now();
    bench.worker.once('died', (error) => {
      this.#benches[index] = null;
      this.#log.error({ err: error, pid: bench.worker.pid }, 'media worker died');
      this.#refill(index, performance.now() - since > SETTLED_MS ? 0 : wait);
    });
  }

  #refill(index: number, wait: number): void {
    if (this.#closed) return;
    const next = Math.min(Math.max(wait * 2, SECOND_WAIT_MS), LONGEST_WAIT_MS);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#fill(index, next).then(
        () => {
          this.#log.info({ index }, 'media worker replaced');
          this.emit('replaced');
        },
        (error: unknown) => {
          this.#log.error({ err: error }, 'media worker did not start');
          this.#refill(index, next);
        },
      );
    }, wait);
    this.#timers.add(timer);
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const bench of this.#benches) bench?.worker.close();
    this.#benches.fill(null);
  }
}
