import type { types } from 'mediasoup';

/** Opus first, with forward error correction and silence suppression, both for weak county links; VP8 carries simulcast in every browser. */
export const CODECS: types.RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1, usedtx: 1 } },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
];

export const TRANSPORT = {
  enableUdp: true,
  enableTcp: true,
  preferUdp: true,
  /** Seconds without an answer until a path counts as lost (mediasoup: 30); a lost seat is noticed within one lease. */
  iceConsentTimeout: 15,
  /** Where the estimate of a receiver's line begins, bit/s: below mediasoup's 600 k, which a county DSL line may not carry. */
  initialAvailableOutgoingBitrate: 400_000,
} satisfies Partial<types.WebRtcTransportOptions>;

/** How long a seat outlives its socket. */
export const LEASE_MS = 30_000;
