import { errors } from 'mediasoup';

/** How the media layer says no; signaling turns it into the refusal that travels. */
export class MediaRefusal extends Error {
  readonly code: 'invalid' | 'forbidden' | 'unavailable';
  readonly reason: string;

  constructor(code: MediaRefusal['code'], reason: string, message: string) {
    super(message);
    this.name = 'MediaRefusal';
    this.code = code;
    this.reason = reason;
  }
}

export const refuseMedia = (code: MediaRefusal['code'], reason: string, message: string): never => {
  throw new MediaRefusal(code, reason, message);
};

const isGone = (error: unknown): boolean =>
  error instanceof errors.WorkerClosedError || /closed|not found/i.test((error as Error).message);

/**
 * mediasoup writes its messages into one builder for each worker; an error in the middle of one leaves it unusable for
 * good, whatever is asked next. The worker is ended then, and everybody joins again on a new one.
 */
export const isBroken = (error: unknown): boolean => /FlatBuffers/.test((error as Error).message);

/**
 * For mediasoup calls that take a browser's own words (parameters, capabilities): what mediasoup throws at them is the
 * browser's mistake, unless what was spoken to is gone.
 */
export const fromBrowser = async <T>(asked: () => T | Promise<T>): Promise<T> => {
  try {
    return await asked();
  } catch (error) {
    if (error instanceof MediaRefusal || isBroken(error)) throw error;
    if (isGone(error)) return refuseMedia('unavailable', 'media.gone', 'The room is being brought back; join again');
    return refuseMedia('invalid', 'media.parameters', 'The media parameters are not acceptable');
  }
};
