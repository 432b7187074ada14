import wrtc from '@roamhq/wrtc';

const { RTCAudioSource, RTCVideoSource, RTCVideoSink, RTCAudioSink } = wrtc.nonstandard;

const WIDTH = 320;
const HEIGHT = 240;
const FRAME_MS = 40;

interface Feed {
  track: MediaStreamTrack;
  stop(): void;
}

/** A moving picture: every frame differs, so that the encoder has something to send. */
export const movingPicture = (): Feed => {
  const source = new RTCVideoSource();
  const track = source.createTrack();
  const data = new Uint8Array(WIDTH * HEIGHT * 1.5).fill(128);
  let frame = 0;
  const timer = setInterval(() => {
    frame += 1;
    data.fill((frame * 7) % 256, 0, WIDTH * HEIGHT);
    source.onFrame({ width: WIDTH, height: HEIGHT, data });
  }, FRAME_MS);
  return { track, stop: () => clearInterval(timer) };
};

/** A tone of 440 Hz at half of full scale, in the 10 ms pieces that libwebrtc takes. */
export const tone = (): Feed => {
  const source = new RTCAudioSource();
  const track = source.createTrack();
  let at = 0;
  const timer = setInterval(() => {
    const samples = new Int16Array(480);
    for (let i = 0; i < samples.length; i += 1) samples[i] = 16_000 * Math.sin((2 * Math.PI * 440 * (at + i)) / 48_000);
    at += samples.length;
    source.onData({ samples, sampleRate: 48_000, bitsPerSample: 16, channelCount: 1, numberOfFrames: 480 });
  }, 10);
  return { track, stop: () => clearInterval(timer) };
};

/** A microphone that nobody speaks into. */
export const silentMicrophone = (): MediaStreamTrack => new RTCAudioSource().createTrack();

/** Resolves with the first decoded frame that comes out of a track. */
export const firstFrame = (track: MediaStreamTrack): Promise<void> =>
  new Promise((seen) => {
    const sink = new RTCVideoSink(track);
    sink.onframe = () => {
      sink.stop();
      seen();
    };
  });

/** Resolves once a tone can be heard in a track: a sample above a tenth of full scale. */
export const firstSound = (track: MediaStreamTrack): Promise<void> =>
  new Promise((heard) => {
    const sink = new RTCAudioSink(track);
    sink.ondata = ({ samples }: { samples: Int16Array }) => {
      if (!samples.some((sample: number) => Math.abs(sample) > 3_000)) return;
      sink.stop();
      heard();
    };
  });

const feeds = new Set<Feed>();
let denied = false;

/** Until the returned function is called, asking for a device is answered as a person who says no. */
export const denyDevices = (): (() => void) => {
  denied = true;
  return () => {
    denied = false;
  };
};

/** A camera and a microphone, as `navigator.mediaDevices` gives them. */
const getUserMedia = async ({ audio, video }: MediaStreamConstraints): Promise<MediaStream> => {
  if (denied) throw new DOMException('Permission denied', 'NotAllowedError');
  const opened = [...(audio ? [tone()] : []), ...(video ? [movingPicture()] : [])];
  for (const feed of opened) feeds.add(feed);
  return new wrtc.MediaStream(opened.map(({ track }) => track));
};

/** Lends this Node process the parts of a browser that the call engine and mediasoup-client use: real libwebrtc. */
export const becomeBrowser = (): void => {
  const page = new EventTarget();
  Object.assign(globalThis, {
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
    dispatchEvent: page.dispatchEvent.bind(page),
    RTCPeerConnection: wrtc.RTCPeerConnection,
    MediaStream: wrtc.MediaStream,
    MediaStreamTrack: wrtc.MediaStreamTrack,
    RTCRtpReceiver: wrtc.RTCRtpReceiver,
    RTCRtpSender: wrtc.RTCRtpSender,
  });
  // While Node tears itself down libwebrtc may abort it, after all has been reported: leave without the tearing down.
  process.once('exit', (code) => process.exit(code));
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0.0.0 Safari/537.36', mediaDevices: { getUserMedia } },
  });
};

/** Lets go of every camera and microphone; without it the process would not end. */
export const closeDevices = (): void => {
  for (const feed of feeds) feed.stop();
  feeds.clear();
};
