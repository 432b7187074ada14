import type { Socket } from 'socket.io-client';
import { type Ack, FIRST } from '../../../contract/refusal.ts';

type Question = readonly [name: string, input: unknown];
interface Asked {
  question: Question;
  /** It has left with a handshake. */
  carried: boolean;
  answered: (reply: Ack<unknown>) => void;
}

/**
 * A question asked before the line is up travels with its handshake, and the answer comes with the line: one round trip
 * less. A handshake may be tried several times, so this is only for what may be asked twice.
 */
export const openEarly = (line: Pick<Socket, 'on' | 'emit'>) => {
  let asked: Asked | null = null;
  const answer = (reply: Ack<unknown>) => {
    asked?.answered(reply);
    asked = null;
  };
  line.on(FIRST, answer);
  // Asked while a handshake was already on its way.
  line.on('connect', () => void (asked?.carried === false && line.emit(...asked.question, answer)));
  return {
    /** What the handshake carries now. */
    handshake: () => {
      if (!asked) return {};
      asked.carried = true;
      return { [FIRST]: asked.question };
    },
    /** Rejects when there is no answer in time. */
    ask: (question: Question, timeoutMs: number): Promise<Ack<unknown>> =>
      new Promise((answered, failed) => {
        asked = { question, carried: false, answered };
        setTimeout(() => {
          if (asked?.question === question) asked = null;
          failed(new Error('timeout'));
        }, timeoutMs);
      }),
  };
};
