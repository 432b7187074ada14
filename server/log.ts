import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/** What Prisma says of a query holds its arguments, which may be what a patient said. */
const withoutArguments = (error: Error) => {
  const told = pino.stdSerializers.err(error);
  if (!error.name.startsWith('PrismaClient')) return told;
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { type: error.name, code: (error as { code?: string }).code, stack: frames.join('\n') };
};

/** JSON lines on stdout. Callers log ids, counts and codes; never bodies, names or anything a patient or colleague wrote. */
export const createLog = (level: Config['logLevel']): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutArguments },
    redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
  });
