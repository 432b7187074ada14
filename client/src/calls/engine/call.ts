import type { z } from 'zod';
import type { CallRef, ChatLine, Joined, Source } from '../../../../contract/calls.ts';
import { Refusal } from '../../../../contract/refusal.ts';
import { deviceOfTab } from './device.ts';
import { createLines, UNKNOWN } from './lines.ts';
import { Link, SOURCES } from './link.ts';
import { watchNetwork } from './network.ts';
import { Others } from './others.ts';
import { NO_SOURCE, Own } from './own.ts';
import { loadDevice } from './paths.ts';
import type { Size } from './receivers.ts';
import { reportOf } from './report.ts';
import { createStore } from './store.ts';
import type { Call, CallState, Wire } from './types.ts';
import { createVoices } from './voices.ts';

const LISTEN_MS = 400;
/** Lines are measured at every fifth look at who speaks. */
const MEASURE_EVERY = 5;
/** Waits between attempts to come back in, ms; the last one repeats. */
const AGAIN_MS = [500, 1_000, 2_000, 4_000];

const FIRST: CallState = {
  phase: 'seating',
  awaySince: null,
  over: null,
  refused: null,
  mic: NO_SOURCE,
  camera: NO_SOURCE,
  screen: NO_SOURCE,
  speaking: false,
  line: UNKNOWN,
  others: [],
  chat: [],
};

/** Refusals that another attempt may not meet: no answer, no worker, too busy. */
const passes = (error: unknown): boolean =>
  !(error instanceof Refusal) || ['unavailable', 'internal', 'tooMany', 'unauthenticated'].includes(error.code);

interface Of {
  call: CallRef;
  wire: Wire;
  device?: string;
}

/** The engine of one call: keeps a seat on the server, the transports to it and the devices, and brings back what is lost. */
export class LiveCall implements Call {
  readonly #call: CallRef;
  readonly #wire: Wire;
  readonly #device: string;
  readonly #store = createStore(FIRST);
  readonly #own = new Own(this.#store, (source) => this.#sync(source));
  readonly #others = new Others();
  readonly #sizes = new Map<string, Size>();
  readonly #undo: (() => void)[] = [];
  readonly #lineOf = createLines();
  readonly #speaks = createVoices();
  #wanted: 'waiting' | 'inside' | null = null;
  #link: Link | null = null;
  /** The link is beyond mending, but shows its last pictures until there is a new one. */
  #stale = false;
  #up = false;
  /** A seat was had at least once, so coming back needs nobody's press. */
  #seated = false;
  #due = false;
  #asked = false;
  #taking: Promise<void> | null = null;
  #attempts = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  /** Events that arrive while a join is under way; its reply comes first. */
  #early: (() => void)[] | null = null;
  #looks = 0;

  constructor({ call, wire, device = deviceOfTab() }: Of) {
    this.#call = call;
    this.#wire = wire;
    this.#device = device;
    this.#hearEvents();
    const ticker = setInterval(() => void this.#look(), LISTEN_MS);
    const network = watchNetwork(() => void (this.#up && this.#link?.mend()));
    this.#undo.push(() => clearInterval(ticker), network);
    this.#undo.push(wire.connected((up) => this.#connected(up)));
  }

  readonly state = (): CallState => this.#store.get();
  readonly watch = (changed: () => void): (() => void) => this.#store.watch(changed);

  readonly openMic = (deviceId?: string, muted?: boolean) => this.#own.openMic(deviceId, muted);
  readonly openCamera = (deviceId?: string) => this.#own.openCamera(deviceId);
  readonly closeCamera = async () => this.#own.close('camera');
  readonly mute = (muted: boolean) => this.#own.mute(muted);
  readonly share = () => this.#own.openScreen();
  readonly stopSharing = async () => this.#own.close('screen');

  readonly wait = (): Promise<void> => {
    this.#wanted = 'waiting';
    return this.#take();
  };

  readonly enter = (): Promise<void> => {
    this.#wanted = 'inside';
    this.#store.set({ phase: 'entering' });
    const taken = this.#take();
    // Sound and picture start on their way while the answer is on its own; the server lets them through once it agrees.
    for (const source of SOURCES) this.#sync(source);
    return taken;
  };

  readonly retry = (): Promise<void> => this.#take();

  readonly show = (seat: string, source: Source, size: Size): void => {
    if (this.#link) this.#link.receivers.show(seat, source, size);
    else this.#sizes.set(`${seat}/${source}`, size);
  };

  readonly say = async (text: string): Promise<void> => {
    this.#said(await this.#wire.ask('calls.say', { ...this.#call, text }));
  };

  readonly leave = async (): Promise<void> => {
    if (this.#over) return;
    const told = this.#seated ? this.#wire.ask('calls.leave', {}).catch(() => undefined) : undefined;
    this.#finish('left');
    await told;
  };

  get #over(): boolean {
    return this.#store.get().over !== null;
  }

  #sync(source: Source): void {
    void this.#link?.senders.sync(source, () => ({ ...this.#own.get(source), flowing: this.#wanted === 'inside' }));
  }

  #refresh(): void {
    this.#store.set({ others: this.#others.view(this.#link?.receivers.all ?? []) });
  }

  #hearEvents(): void {
    const { hear } = this.#wire;
    const act = (deed: () => void) => {
      if (this.#early) this.#early.push(deed);
      else deed();
    };
    const changed = (deed: () => void) =>
      act(() => {
        deed();
        this.#refresh();
      });
    this.#undo.push(
      hear('call.seatTaken', ({ seat }) => changed(() => this.#others.taken(seat))),
      hear('call.seatLeft', ({ seat }) => changed(() => this.#others.left(seat))),
      hear('call.sourceChanged', ({ seat, source, paused }) => changed(() => this.#others.changed(seat, source, paused))),
      hear('call.consumer', (offer) =>
        changed(() => {
          this.#others.changed(offer.seat, offer.source, offer.producerPaused);
          void this.#link?.receivers.add(offer);
        }),
      ),
      hear('call.consumerClosed', ({ consumerId }) =>
        changed(() => {
          const gone = this.#link?.receivers.remove(consumerId);
          if (gone) this.#others.changed(gone.seat, gone.source, null);
        }),
      ),
      hear('call.said', ({ call, ...line }) => {
        if (call.kind === this.#call.kind && call.id === this.#call.id) this.#said(line);
      }),
      hear('call.ended', ({ why }) => act(() => (why === 'rejoin' ? this.#lost() : this.#finish(why)))),
    );
  }

  #said(line: z.infer<typeof ChatLine>): void {
    const { chat } = this.#store.get();
    if (!chat.some(({ id }) => id === line.id)) this.#store.set({ chat: [...chat, line] });
  }

  #connected(up: boolean): void {
    if (up === this.#up || this.#over) return;
    this.#up = up;
    if (!up) this.#away();
    else if (this.#wanted && !this.#early) void this.#take();
  }

  #away(): void {
    const { phase, awaySince } = this.#store.get();
    if (phase === 'waiting') this.#store.set({ phase: 'seating' });
    if (phase === 'inside') this.#store.set({ phase: 'away', awaySince: awaySince ?? Date.now() });
  }

  /** The server's media is gone, or these transports are beyond mending. */
  #lost(): void {
    if (this.#over) return;
    this.#stale = true;
    this.#away();
    void this.#take();
  }

  /**
   * Takes the seat that is wanted as soon as the line is up; the first time its question travels with the line's own
   * handshake. Asked meanwhile, it does so once more.
   */
  #take(): Promise<void> {
    this.#due = true;
    clearTimeout(this.#again);
    this.#taking ??= this.#takeWhileDue().finally(() => {
      this.#taking = null;
    });
    return this.#taking;
  }

  async #takeWhileDue(): Promise<void> {
    while (this.#due && (this.#up || !this.#asked) && this.#wanted && !this.#over) {
      this.#due = false;
      await this.#takeOnce(this.#wanted === 'waiting').catch((error: unknown) => this.#refused(error));
      const early = this.#early ?? [];
      this.#early = null;
      for (const deed of early) deed();
    }
  }

  async #takeOnce(waiting: boolean): Promise<void> {
    this.#early = [];
    this.#asked = true;
    const device = await loadDevice();
    const fresh = !this.#link || this.#stale;
    const rtpCapabilities = { ...device.recvRtpCapabilities };
    const joined = await this.#wire.ask('calls.join', { ...this.#call, device: this.#device, waiting, fresh, rtpCapabilities });
    if (this.#over) return;
    if (this.#link?.paths.id !== joined.send.id) this.#relink(device, joined);
    await this.#settle(joined);
    this.#seated = true;
    this.#attempts = 0;
    const phase = waiting ? 'waiting' : 'inside';
    this.#store.set({ phase, awaySince: null, refused: null, ...(!waiting && { chat: joined.chat }) });
  }

  #relink(device: Awaited<ReturnType<typeof loadDevice>>, joined: z.infer<typeof Joined>): void {
    this.#link?.close();
    this.#stale = false;
    const ties = { wire: this.#wire, sizes: this.#sizes, changed: () => this.#refresh(), broken: () => this.#lost() };
    this.#link = new Link(device, joined, ties);
  }

  async #settle(joined: z.infer<typeof Joined>): Promise<void> {
    this.#others.settle(joined.seats);
    for (const source of SOURCES) this.#sync(source);
    await this.#link?.settle(joined);
    this.#refresh();
  }

  /** Somebody who was in is brought back without being asked, unless the server's answer will not change. */
  #refused(error: unknown): void {
    if (this.#over) return;
    if (this.#seated && passes(error)) {
      const wait = AGAIN_MS[Math.min(this.#attempts, AGAIN_MS.length - 1)];
      this.#attempts += 1;
      this.#again = setTimeout(() => void this.#take(), wait);
    } else {
      this.#store.set({ refused: error });
    }
  }

  async #look(): Promise<void> {
    const link = this.#link;
    if (!link) return;
    const [sent, came] = await Promise.all([reportOf(link.paths.send), reportOf(link.paths.receive)]);
    if (link !== this.#link) return;
    this.#looks += 1;
    const received = link.receivers.all;
    const others = this.#others.listen(received, came);
    const speaking = this.#own.get('mic').on && this.#speaks('', sent);
    if (speaking !== this.state().speaking) this.#store.set({ speaking });
    if (this.#looks % MEASURE_EVERY === 0) {
      this.#others.measure(received, came);
      this.#store.set({ line: this.#lineOf('', sent) });
      this.#refresh();
    } else if (others) this.#refresh();
  }

  #finish(over: 'left' | 'taken' | 'revoked'): void {
    clearTimeout(this.#again);
    for (const undo of this.#undo) undo();
    this.#link?.close();
    this.#link = null;
    this.#own.closeAll();
    this.#store.set({ phase: 'over', over, others: [] });
  }
}
