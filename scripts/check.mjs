// npm run check: types, lint and format.
import { main } from './lib/failure.mjs';
import { onRecentNode } from './lib/node.mjs';
import { takeSteps } from './lib/progress.mjs';

await main(() =>
  onRecentNode(import.meta.url, async () => {
    const { scriptSteps } = await import('./lib/steps.mjs');
    const { check } = await import('./lib/checks.mjs');
    await takeSteps(scriptSteps);
    process.exitCode = (await check()) ? 1 : 0;
  }),
);
