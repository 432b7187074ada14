import { defineConfig } from 'vitest/config';

/** Real processes behind every test (PostgreSQL, media workers, browsers): few at a time, and time to start. */
const patient = { testTimeout: 20_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    globalSetup: ['test/global.ts'],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { ...patient, name: 'parts', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**', 'test/hard/**'] },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
