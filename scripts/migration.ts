// npm run migration -- <name>: writes prisma/migrations/<time>_<name>/migration.sql, the SQL that is missing between the
// migrations so far and prisma/schema. Read it, and edit it where data must move, before it is committed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../server/db/embedded.ts';
import { migrate, migrationsDir } from '../server/db/migrate.ts';
import { schemaDiff } from './lib/schema-diff.ts';

const missingSql = async (): Promise<string> => {
  const dir = mkdtempSync(join(tmpdir(), 'shanhai-migration-'));
  const database = await startEmbedded(dir, { settings: ['fsync=off'] });
  try {
    await migrate(database.connection);
    return await schemaDiff(database.connection);
  } finally {
    await database.stop();
    rmSync(dir, { recursive: true });
  }
};

const LOCK_FILE = '# Prisma keeps the provider here; do not edit.\nprovider = "postgresql"\n';

const write = (name: string, sql: string): string => {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsDir, `${time}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  writeFileSync(join(migrationsDir, 'migration_lock.toml'), LOCK_FILE);
  return folder;
};

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('npm run migration -- <name>    the name in small letters, digits and underscores\n');
  process.exitCode = 1;
} else {
  const sql = await missingSql();
  process.stdout.write(sql ? `${write(name, sql)}\n` : 'The migrations already say what prisma/schema says.\n');
}
