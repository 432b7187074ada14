import { stampOf } from './hash.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

const stamp = stampOf('server/db/generated/.stamp', ['prisma/schema', 'prisma.config.ts', 'package-lock.json']);

/**
 * `generate` never calls the native schema engine, yet downloads it first: naming any file that exists saves the download,
 * which closed networks refuse. The variable below it keeps the command line from calling home.
 */
const QUIET = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };

export const prismaClient = {
  title: '生成数据库客户端 / generating the database client',
  due: stamp.stale,
  async work() {
    await run(process.execPath, [inRoot('node_modules/prisma/build/index.js'), 'generate'], { env: QUIET });
    stamp.write();
  },
};
