import type { Config } from '../config.ts';
import { connect, type Database } from './client.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { connectRemote } from './remote.ts';

const start = async ({ databaseUrl, dataDir }: Config): Promise<Embedded> =>
  databaseUrl ? { connection: await connectRemote(databaseUrl), stop: async () => undefined } : startEmbedded(dataDir);

/**
 * Opens DATABASE_URL or starts the embedded PostgreSQL, and applies missing migrations. Closing also stops PostgreSQL.
 * @throws OperatorError when it cannot be reached, is locked or does not fit this version.
 */
export const open = async (config: Config): Promise<Database> => {
  const { connection, stop } = await start(config);
  try {
    await migrate(connection);
  } catch (error) {
    await stop();
    throw error;
  }
  const prisma = connect(connection);
  return {
    prisma,
    connection,
    async close() {
      await prisma.$disconnect();
      await stop();
    },
  };
};
