import type { Source } from '../../../../contract/calls.ts';
import { openCamera, openMicrophone, openScreen, troubleOf } from './capture.ts';
import type { Store } from './store.ts';
import type { CallState, OwnSource } from './types.ts';

export const NO_SOURCE: OwnSource = { on: false, track: null, deviceId: null, trouble: null, asking: false };

interface Opening {
  ask(): Promise<MediaStreamTrack>;
  deviceId: string | undefined;
  muted?: boolean;
}

/** This person's microphone, camera and screen; `changed` tells whoever sends them. */
export class Own {
  readonly #store: Store<CallState>;
  readonly #changed: (source: Source) => void;
  readonly #asked: Record<Source, number> = { mic: 0, camera: 0, screen: 0 };
  #closed = false;

  constructor(store: Store<CallState>, changed: (source: Source) => void) {
    this.#store = store;
    this.#changed = changed;
  }

  get(source: Source): OwnSource {
    return this.#store.get()[source];
  }

  openMic(deviceId?: string, muted = false): Promise<void> {
    return this.#open('mic', { ask: () => openMicrophone(deviceId), deviceId, muted });
  }

  openCamera(deviceId?: string): Promise<void> {
    return this.#open('camera', { ask: () => openCamera(deviceId), deviceId });
  }

  openScreen(): Promise<void> {
    return this.#open('screen', { ask: openScreen, deviceId: undefined });
  }

  /** The microphone stays open, so that speaking again costs nothing; without one it is asked for. */
  async mute(muted: boolean): Promise<void> {
    if (this.get('mic').track) this.#put('mic', { on: !muted });
    else if (!muted) await this.openMic();
  }

  /** Lets go of the device, so that its light goes out. */
  close(source: Source): void {
    this.#asked[source] += 1;
    this.get(source).track?.stop();
    this.#put(source, { on: false, track: null, asking: false });
  }

  closeAll(): void {
    this.#closed = true;
    for (const source of ['mic', 'camera', 'screen'] as const) this.close(source);
  }

  #put(source: Source, part: Partial<OwnSource>): void {
    this.#store.set({ [source]: { ...this.get(source), ...part } });
    this.#changed(source);
  }

  /** The newest request wins; a device that comes too late is let go of. */
  async #open(source: Source, { ask, ...how }: Opening): Promise<void> {
    this.#asked[source] += 1;
    const turn = this.#asked[source];
    const late = () => this.#closed || this.#asked[source] !== turn;
    this.#put(source, { asking: true, trouble: null });
    try {
      const track = await ask();
      if (late()) return track.stop();
      this.#take(source, track, how);
    } catch (error) {
      if (!late()) this.#put(source, { asking: false, trouble: this.#trouble(source, error) });
    }
  }

  /** Closing the browser's picker is a decision and no trouble. */
  #trouble(source: Source, error: unknown): OwnSource['trouble'] {
    const trouble = troubleOf(error);
    return source === 'screen' && trouble === 'denied' ? null : trouble;
  }

  #take(source: Source, track: MediaStreamTrack, { deviceId, muted = false }: Omit<Opening, 'ask'>): void {
    const before = this.get(source);
    const stillMuted = before.track !== null && !before.on;
    before.track?.stop();
    track.addEventListener('ended', () => this.#ended(source, track));
    this.#put(source, {
      track,
      on: !muted && !stillMuted,
      asking: false,
      deviceId: track.getSettings?.().deviceId ?? deviceId ?? null,
    });
  }

  /** Unplugged, or ended from the browser's own bar. */
  #ended(source: Source, track: MediaStreamTrack): void {
    if (this.#closed || this.get(source).track !== track) return;
    this.#put(source, { on: false, track: null, trouble: source === 'screen' ? null : 'missing' });
  }
}
