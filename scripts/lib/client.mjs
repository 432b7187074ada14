import { existsSync } from 'node:fs';
import { stampOf } from './hash.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

const stamp = stampOf('dist/client.stamp', ['client', 'contract', 'package-lock.json']);

export const webClient = {
  title: '构建网页客户端 / building the web client',
  due: () => !existsSync(inRoot('dist/client/index.html')) || stamp.stale(),
  async work(show) {
    const output = await run(process.execPath, [inRoot('node_modules/vite/bin/vite.js'), 'build', 'client'], {
      onLine: (line) => show(line.trim().slice(0, 70)),
    });
    stamp.write();
    return output.match(/first load of .*/g)?.join('\n');
  },
};
