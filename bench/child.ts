import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** A program of the bench in a process of its own; each message is answered by one. */
export interface Child {
  ask<T>(message: object): Promise<T>;
  stop(): void;
}

const answer = <T>(child: ChildProcess): Promise<T> =>
  new Promise((answered, died) => {
    const exit = (code: number | null) => died(new Error(`a part of the bench ended with ${code}`));
    child.once('exit', exit);
    child.once('message', (reply) => {
      child.off('exit', exit);
      answered(reply as T);
    });
  });

export const start = (program: string): Child => {
  const child = fork(join(import.meta.dirname, program), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return {
    ask(message) {
      const answered = answer<never>(child);
      child.send(message);
      return answered;
    },
    stop: () => void child.kill('SIGTERM'),
  };
};
