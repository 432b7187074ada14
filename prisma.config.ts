import { defineConfig } from 'prisma/config';

/** For Prisma's command line only; the server connects by `server/db`. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
