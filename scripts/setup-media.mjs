// npm run setup:media: prepares the media worker by every way there is, and says what is missing where none works.
import { main } from './lib/failure.mjs';
import { onRecentNode } from './lib/node.mjs';
import { takeSteps } from './lib/progress.mjs';

await main(() =>
  onRecentNode(import.meta.url, async () => {
    const { dependencies } = await import('./lib/dependencies.mjs');
    const { mediaWorkerNow } = await import('./lib/media.mjs');
    await takeSteps([dependencies(false), mediaWorkerNow]);
  }),
);
