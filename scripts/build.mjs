// npm run build: everything that npm start prepares, without starting (for images and hosts that start the server themselves).
import { main } from './lib/failure.mjs';
import { onRecentNode } from './lib/node.mjs';
import { takeSteps } from './lib/progress.mjs';

await main(() =>
  onRecentNode(import.meta.url, async () => {
    const { serverSteps } = await import('./lib/steps.mjs');
    await takeSteps(serverSteps({ withDev: false }));
  }),
);
