import type { SeatView, Source } from '../../../../contract/calls.ts';
import { AWAY, createLines, UNKNOWN } from './lines.ts';
import type { Received } from './receivers.ts';
import { aboutTracks, type Stat } from './report.ts';
import type { Line, OtherSeat } from './types.ts';
import { createVoices } from './voices.ts';

/** A seat whose live sources have brought nothing for this many measurements is away. */
const SILENT_LOOKS = 3;

interface Condition {
  speaking: boolean;
  line: Line;
  silentLooks: number;
}
const FIRST: Condition = { speaking: false, line: UNKNOWN, silentLooks: 0 };

/** Who else is in the room, and what of them can be shown. */
export class Others {
  readonly #seats = new Map<string, SeatView>();
  readonly #conditions = new Map<string, Condition>();
  readonly #lineOf = createLines();
  readonly #speaks = createVoices();

  settle(seats: readonly SeatView[]): void {
    this.#seats.clear();
    for (const seat of seats) this.#seats.set(seat.seat, seat);
  }

  taken(seat: SeatView): void {
    this.#seats.set(seat.seat, seat);
  }

  left(seat: string): void {
    this.#seats.delete(seat);
    this.#conditions.delete(seat);
  }

  /** A source that is new, muted or heard again; `paused` null when it has ended. */
  changed(seat: string, source: Source, paused: boolean | null): void {
    const known = this.#seats.get(seat);
    if (!known) return;
    const rest = known.sources.filter((one) => one.source !== source);
    this.#seats.set(seat, { ...known, sources: paused === null ? rest : [...rest, { source, paused }] });
  }

  view(received: readonly Received[]): OtherSeat[] {
    return [...this.#seats.values()].map((seat) => {
      const paused = Object.fromEntries(seat.sources.map((one) => [one.source, one.paused])) as OtherSeat['paused'];
      const tracks = Object.fromEntries(live(seat, received).map(({ offer, consumer }) => [offer.source, consumer.track]));
      const { speaking, line } = this.#conditions.get(seat.seat) ?? FIRST;
      return { ...seat, tracks, paused, speaking, line };
    });
  }

  /** Listens who speaks; true when that has changed. */
  listen(received: readonly Received[], report: readonly Stat[]): boolean {
    const before = this.#whoSpeaks();
    for (const seat of this.#seats.values()) {
      const voice = live(seat, received).filter(({ offer }) => offer.source === 'mic');
      const speaking = voice.length > 0 && this.#speaks(seat.seat, about(voice, report));
      this.#put(seat.seat, { speaking });
    }
    return this.#whoSpeaks() !== before;
  }

  /** Measures every line anew. */
  measure(received: readonly Received[], report: readonly Stat[]): void {
    for (const seat of this.#seats.values()) {
      const tracks = live(seat, received);
      const line = this.#lineOf(seat.seat, about(tracks, report));
      const silent = tracks.length > 0 && line.reason === 'unknown';
      const silentLooks = silent ? (this.#conditions.get(seat.seat) ?? FIRST).silentLooks + 1 : 0;
      this.#put(seat.seat, { line: silentLooks > SILENT_LOOKS ? AWAY : line, silentLooks });
    }
  }

  #whoSpeaks(): string {
    return [...this.#conditions].flatMap(([seat, { speaking }]) => (speaking ? [seat] : [])).join();
  }

  #put(seat: string, part: Partial<Condition>): void {
    this.#conditions.set(seat, { ...(this.#conditions.get(seat) ?? FIRST), ...part });
  }
}

/** What of a seat comes in now: not what its owner has muted. */
const live = ({ seat, sources }: SeatView, received: readonly Received[]): Received[] =>
  received.filter(({ offer }) => offer.seat === seat && sources.some((one) => one.source === offer.source && !one.paused));

const about = (received: readonly Received[], report: readonly Stat[]): Stat[] =>
  aboutTracks(
    report,
    received.map(({ consumer }) => consumer),
  );
