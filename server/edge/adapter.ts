import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import { OperatorError } from '../config.ts';
import type { Io } from './socket.ts';

/**
 * Several server processes share their rooms through a Redis stream, which also keeps what a line missed while it was
 * down (connection state recovery). Resolves to the function that lets go of Redis; throws OperatorError when it cannot be reached.
 */
export const shareRooms = async (io: Io, redisUrl: string, onError: (error: Error) => void): Promise<() => Promise<void>> => {
  let connected = false;
  // The first connection fails fast and says so; a later loss is waited out.
  const reconnectStrategy = (tries: number, cause: Error) => (connected ? Math.min(tries * 100, 3_000) : cause);
  const client = createClient({ url: redisUrl, socket: { reconnectStrategy, connectTimeout: 5_000 } });
  client.on('error', onError);
  await client.connect().catch((error: NodeJS.ErrnoException) => {
    const why = error.code ?? error.message;
    throw new OperatorError(`REDIS_URL: 无法连接 Redis / Redis cannot be reached (${why}): check REDIS_URL.`, { cause: error });
  });
  connected = true;
  io.adapter(createAdapter(client));
  // The last lines to go still save where they were: closing waits for that, when there is a Redis to answer.
  return async () => (client.isReady ? client.close() : client.destroy());
};
