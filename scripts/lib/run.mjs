import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Failure } from './failure.mjs';
import { root } from './paths.mjs';

/** Of a failed command's output: npm tells the reason first, compilers last. */
const FIRST_LINES = 10;
const LAST_LINES = 30;

const ends = (lines) =>
  lines.length <= FIRST_LINES + LAST_LINES ? lines : [...lines.slice(0, FIRST_LINES), '…', ...lines.slice(-LAST_LINES)];

/**
 * Runs a command quietly; `onLine` sees every line. Resolves to the output.
 * @throws Failure with the ends of the output when it fails; its `output` holds all.
 */
export const run = (command, args, { onLine = () => {}, env = {}, cwd = root, timeout = 0, shell = false } = {}) =>
  new Promise((done, fail) => {
    const lines = [];
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
      shell,
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        onLine(line);
      });
    }
    const output = () => lines.join('\n');
    child.on('error', (error) => fail(new Failure(`${command}: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) return done(output());
      const failure = new Failure(`${ends(lines).join('\n')}\n${[command, ...args].join(' ')} 失败 / failed (${signal ?? code})`);
      fail(Object.assign(failure, { output: output() }));
    });
  });

/** Runs a command with our terminal; resolves to its exit code. A signal that ends us ends it first, and us with it. */
export const runInFront = (command, args, env = {}) =>
  new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    let ended = false;
    const forward = (signal) => {
      ended = true;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, forward);
    child.on('error', (error) => fail(new Failure(`${command}: ${error.message}`)));
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, forward);
      if (ended) process.exit(code ?? 1);
      done(code ?? 1);
    });
  });

/** npm as it was started, so that it runs on the same Node as we do. */
export const npm = (args, options) => {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args], options);
  return process.platform === 'win32' ? run('npm.cmd', args, { ...options, shell: true }) : run('npm', args, options);
};
