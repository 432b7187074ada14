import type { z } from 'zod';
import type { CallRef, ChatLine, SeatView, Source } from '../../../../contract/calls.ts';
import type { FromClient, FromServer } from '../../../../contract/index.ts';
import type { Ack } from '../../../../contract/refusal.ts';

/** Why a camera or microphone did not come: refused by the person, not there, held by another program, page not secure. */
export type Trouble = 'denied' | 'missing' | 'busy' | 'insecure' | 'failed';

/** One of the person's own sources. `track` is live while `on`; muted is `on: false` with the microphone kept open. */
export interface OwnSource {
  on: boolean;
  track: MediaStreamTrack | null;
  deviceId: string | null;
  trouble: Trouble | null;
  /** Waiting for the browser's permission or the device to start. */
  asking: boolean;
}

/** How a line does, in bars and one plain reason; `kbps` and `height` of what comes in (or goes out, for oneself). */
export interface Line {
  bars: 0 | 1 | 2 | 3 | 4;
  reason: 'good' | 'unknown' | 'loss' | 'delay' | 'narrow' | 'tcp' | 'away';
  rttMs: number | null;
  lossPercent: number | null;
  kbps: number | null;
  /** Picture height in pixels; null without a picture. */
  height: number | null;
}

/** Somebody else's seat with what can be shown of it. A paused source keeps its place, its track is null. */
export interface OtherSeat extends SeatView {
  tracks: Partial<Record<Source, MediaStreamTrack>>;
  paused: Partial<Record<Source, boolean>>;
  speaking: boolean;
  line: Line;
}

/**
 * seating: taking the seat and warming transports; waiting: warm, in the waiting room; entering; inside;
 * away: inside, but the line or the media is being brought back by itself; over: see `over`.
 */
export type Phase = 'seating' | 'waiting' | 'entering' | 'inside' | 'away' | 'over';

export interface CallState {
  phase: Phase;
  /** Device ms since when it is `away`; the seat and its sources are held 30 s from then. */
  awaySince: number | null;
  /** `left` by oneself, `taken` by the same person elsewhere, `revoked` by the server. */
  over: 'left' | 'taken' | 'revoked' | null;
  /** Why seating or entering was refused; it is asked again by `retry`. */
  refused: unknown;
  mic: OwnSource;
  camera: OwnSource;
  screen: OwnSource;
  speaking: boolean;
  line: Line;
  others: readonly OtherSeat[];
  chat: readonly z.infer<typeof ChatLine>[];
}

/** How the engine reaches the server; the page lends it the app's one socket. */
export interface Wire {
  ask<N extends keyof FromClient & string>(
    name: N,
    input: Parameters<FromClient[N]>[0],
  ): Promise<Parameters<FromClient[N]>[1] extends (reply: Ack<infer O>) => void ? O : never>;
  /** Hears an event until the returned function is called. */
  hear<N extends keyof FromServer & string>(name: N, heard: FromServer[N]): () => void;
  /** Told of every change of the socket's state, and at once of the present one. */
  connected(changed: (up: boolean) => void): () => void;
}

/** One call on this device. Nothing but `say` throws: what fails is in the state. State objects are replaced, never changed. */
export interface Call {
  state(): CallState;
  watch(changed: () => void): () => void;
  /** May be called again after trouble. `muted` is from the first moment; a microphone that is changed stays as it was. */
  openMic(deviceId?: string, muted?: boolean): Promise<void>;
  /** May be called again after trouble. */
  openCamera(deviceId?: string): Promise<void>;
  closeCamera(): Promise<void>;
  /** Takes the waiting-room seat and warms both transports. */
  wait(): Promise<void>;
  enter(): Promise<void>;
  retry(): Promise<void>;
  mute(muted: boolean): Promise<void>;
  /** Shows the browser's picker; ending the share from the browser's own bar is noticed. */
  share(): Promise<void>;
  stopSharing(): Promise<void>;
  /** What this page shows of a seat's picture; hidden pictures are not sent, sound always is. */
  show(seat: string, source: Source, size: 'large' | 'small' | 'hidden'): void;
  /** Sends one chat line; throws `Refused`, so that the text is not lost from the field. */
  say(text: string): Promise<void>;
  /** Leaves, closes devices and transports; the call cannot be used again. */
  leave(): Promise<void>;
}

/** `device` names this device's seat; without one, the tab's own. */
export type OpenCall = (of: { call: CallRef; wire: Wire; device?: string }) => Call;
