// npm run check: types, lint and format.
import { main } from './lib/failure.mjs';
import { onRecentNode } from './lib/node.mjs';
import { takeSteps } from './lib/progress.mjs';

await main(() =>
  onRecentNode(import.meta.url, async () => {
    const { dependencies } = await import('./lib/dependencies.mjs');
    const { prismaClient } = await import('./lib/prisma.mjs');
    const { check } = await import('./lib/checks.mjs');
    await takeSteps([dependencies(true), prismaClient]);
    process.exitCode = (await check()) ? 1 : 0;
  }),
);
