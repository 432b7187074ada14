import { defineConfig } from 'vitest/config';

/** `npm run test:hard`: soaks that take minutes each, one at a time. */
export default defineConfig({
  test: {
    globalSetup: ['test/global.ts'],
    include: ['test/hard/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 180_000,
  },
});
