import { defineConfig } from 'vitest/config';

/** `npm run test:hard`: soaks that take minutes each, one at a time, and the browser's stories in both languages. */
export default defineConfig({
  test: {
    fileParallelism: false,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: 'hard', globalSetup: ['test/global.ts'], include: ['test/hard/**/*.test.ts'], testTimeout: 1_800_000 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          env: { WALK_IN: 'both' },
          globalSetup: ['test/e2e/global.ts'],
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 360_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
