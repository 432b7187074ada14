import { EventEmitter } from 'node:events';
import type { types } from 'mediasoup';
import type { Grant } from './grant.ts';
import type { ConsumerOffer, Notices, Notify, SeatFace } from './notices.ts';
import { type Handshake, Seat } from './seat.ts';
import { CODECS } from './settings.ts';
import { openSilence } from './silence.ts';
import type { Bench } from './workers.ts';

/** Who comes in, and with what. */
export interface Arrival {
  grant: Grant;
  /** Shown to the other seats as it is. */
  about: object;
  rtpCapabilities: types.RtpCapabilities;
  /** The browser has lost its transports and wants new ones. */
  fresh: boolean;
}

/** All that a browser needs for its first picture. */
export interface Entrance extends Handshake {
  seat: Seat;
  seats: SeatFace[];
  consumers: ConsumerOffer[];
}

/** Seats around one router. Six people cost a small part of one core, so a room stays on the worker that it began on. */
export class Room extends EventEmitter<{ closed: [] }> {
  readonly id: string;
  readonly router: types.Router;
  readonly bench: Bench;
  readonly #seats = new Map<string, Seat>();
  readonly #announced = new WeakSet<Seat>();
  #silence: Promise<types.Producer> | undefined;
  #closed = false;

  constructor(id: string, router: types.Router, bench: Bench) {
    super();
    this.id = id;
    this.router = router;
    this.bench = bench;
    bench.rooms += 1;
    router.once('workerclose', () => this.end('rejoin'));
  }

  get closed(): boolean {
    return this.#closed;
  }

  get seats(): Seat[] {
    return [...this.#seats.values()];
  }

  get #admitted(): Seat[] {
    return this.seats.filter((seat) => seat.admitted);
  }

  #others(seat: Seat): Seat[] {
    return this.seats.filter((other) => other !== seat);
  }

  readonly silence = (): Promise<types.Producer> => {
    this.#silence ??= openSilence(this.router);
    return this.#silence;
  };

  /** Finds the seat or makes it, lends it to the socket, and answers with all of it at once. */
  async join(arrival: Arrival, borrower: Notify): Promise<Entrance> {
    const known = this.#seats.get(arrival.grant.seat);
    const seat = known ?? this.#place(arrival.grant);
    seat.about = arrival.about;
    seat.lend(borrower);
    try {
      return await this.#admit(seat, arrival);
    } catch (error) {
      if (known) seat.release(borrower);
      else seat.close();
      throw error;
    }
  }

  async #admit(seat: Seat, { grant, rtpCapabilities, fresh }: Arrival): Promise<Entrance> {
    const handshake = await seat.open({ fresh, rtpCapabilities });
    const wasIn = this.#announced.has(seat);
    await seat.regrant(grant);
    if (seat.admitted && !wasIn) await this.#announce(seat);
    if (!seat.admitted && wasIn) this.#withdraw(seat);
    const consumers = await seat.hear(this.#others(seat).flatMap(({ voices }) => voices));
    const seats = this.#admitted.filter((other) => other !== seat).map(({ face }) => face);
    return { seat, ...handshake, seats, consumers };
  }

  #place(grant: Grant): Seat {
    const seat = new Seat(grant, this);
    this.#seats.set(grant.seat, seat);
    return seat;
  }

  async #announce(seat: Seat): Promise<void> {
    this.#announced.add(seat);
    for (const other of this.#others(seat)) other.notify('seatTaken', seat.face);
    await Promise.all(this.#others(seat).map((other) => push(other, seat.voices)));
  }

  /** Back in the waiting room, by a reload: to the others it has left, until it is admitted again. */
  #withdraw(seat: Seat): void {
    this.#announced.delete(seat);
    for (const other of this.#others(seat)) other.notify('seatLeft', { seat: seat.id });
  }

  async began(seat: Seat, voice: Seat['voices'][number]): Promise<void> {
    await Promise.all(this.#others(seat).map((other) => push(other, [voice])));
  }

  changed(seat: Seat, notice: Notices['sourceChanged']): void {
    for (const other of this.#others(seat)) other.notify('sourceChanged', notice);
  }

  /** Called by a seat as it closes; the last one out turns off the light. */
  left(seat: Seat): void {
    if (this.#seats.get(seat.id) !== seat) return;
    this.#seats.delete(seat.id);
    for (const other of this.#others(seat)) other.notify('seatLeft', { seat: seat.id });
    if (this.#seats.size === 0) this.close();
  }

  /** Sends everybody out and says why. */
  end(why: Notices['ended']['why']): void {
    const seats = this.seats;
    this.#seats.clear();
    for (const seat of seats) {
      seat.notify('ended', { why });
      seat.close();
    }
    this.close();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.bench.rooms -= 1;
    this.router.close();
    for (const seat of this.seats) seat.close();
    this.emit('closed');
  }
}

const push = async (seat: Seat, voices: Seat['voices']): Promise<void> => {
  for (const offer of await seat.hear(voices)) seat.notify('consumer', offer);
};

export const openRoom = async (id: string, bench: Bench): Promise<Room> =>
  new Room(id, await bench.worker.createRouter({ mediaCodecs: CODECS }), bench);
