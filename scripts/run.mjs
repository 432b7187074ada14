// node scripts/run.mjs <file> [arguments]: runs a script of the project with everything it needs in place.
import { pathToFileURL } from 'node:url';
import { main } from './lib/failure.mjs';
import { onRecentNode } from './lib/node.mjs';
import { inRoot } from './lib/paths.mjs';
import { takeSteps } from './lib/progress.mjs';

await main(() =>
  onRecentNode(import.meta.url, async () => {
    const { serverSteps } = await import('./lib/steps.mjs');
    await takeSteps(serverSteps({ withDev: true }));
    process.argv.splice(1, 2, inRoot(process.argv[2]));
    await import(pathToFileURL(process.argv[1]));
  }),
);
