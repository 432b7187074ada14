// node scripts/run.mjs [--all] <file> [arguments]: runs a script of the project with the packages and the database client in
// place; with --all also the media worker and the web client.
import { pathToFileURL } from 'node:url';
import { main } from './lib/failure.mjs';
import { onRecentNode } from './lib/node.mjs';
import { inRoot } from './lib/paths.mjs';
import { takeSteps } from './lib/progress.mjs';

await main(() =>
  onRecentNode(import.meta.url, async () => {
    const { scriptSteps, serverSteps } = await import('./lib/steps.mjs');
    const all = process.argv[2] === '--all';
    const [file, ...args] = process.argv.slice(all ? 3 : 2);
    await takeSteps(all ? serverSteps({ withDev: true }) : scriptSteps);
    process.argv = [process.argv[0], inRoot(file), ...args];
    await import(pathToFileURL(inRoot(file)));
  }),
);
