// npm start: from nothing but Node 18 and npm to a running server. What is already there is not done again.
import { main } from './lib/failure.mjs';
import { onRecentNode } from './lib/node.mjs';
import { takeSteps } from './lib/progress.mjs';

await main(() =>
  onRecentNode(import.meta.url, async () => {
    const { serverSteps } = await import('./lib/steps.mjs');
    await takeSteps(serverSteps({ withDev: false }));
    await import('../server/main.ts');
  }),
);
