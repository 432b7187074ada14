// npm test [-- vitest's arguments]: prepares what is missing, then types, lint and format, and the tests.
import { main } from './lib/failure.mjs';
import { onRecentNode } from './lib/node.mjs';
import { takeSteps } from './lib/progress.mjs';

await main(() =>
  onRecentNode(import.meta.url, async () => {
    const { serverSteps } = await import('./lib/steps.mjs');
    const { browser } = await import('./lib/browser.mjs');
    const { check, test } = await import('./lib/checks.mjs');
    await takeSteps([...serverSteps({ withDev: true }), browser]);
    const failures = [await check(), await test(process.argv.slice(2))];
    process.exitCode = failures.includes(true) ? 1 : 0;
  }),
);
