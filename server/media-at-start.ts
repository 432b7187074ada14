import { type Config, OperatorError } from './config.ts';
import type { Log } from './log.ts';
import { type Media, openMedia } from './media/media.ts';

const isTaken = (error: unknown): boolean => error instanceof Error && error.message.includes('address already in use');

/** A port that was asked for is refused; the usual one gives way, so that two demos can run on one machine. */
const onAnotherPort = async ({ media }: Config, log: Log): Promise<Media> => {
  if (media.fixed) {
    throw new OperatorError(
      `端口 ${media.port} (MEDIA_PORT) 已被占用 / port ${media.port} (MEDIA_PORT) is taken: stop the other program or set another.`,
    );
  }
  log.warn({ port: media.port }, 'the usual MEDIA_PORT is taken: media uses a free port');
  return openMedia({ ...media, port: 0 }, log);
};

/**
 * Opens the media workers; null where none can run: everything but the rooms works, `/readyz` names the command that
 * mends it. @throws OperatorError when MEDIA_PORT was set and is taken.
 */
export const mediaAtStart = async (config: Config, log: Log): Promise<Media | null> => {
  try {
    return await openMedia(config.media, log).catch((error: unknown) => {
      if (isTaken(error)) return onAnotherPort(config, log);
      throw error;
    });
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    log.error({ reason: (error as Error).message }, 'no media; run: npm run setup:media');
    return null;
  }
};
