import { z } from 'zod';
import { type Fault, Refusal } from '../../contract/refusal.ts';

const ofBodyParser: Record<string, Pick<Fault, 'code' | 'reason' | 'message'>> = {
  'entity.too.large': { code: 'tooLarge', reason: 'body.tooLarge', message: 'The request is larger than allowed' },
  'entity.parse.failed': { code: 'invalid', reason: 'body.json', message: 'The request body is not valid JSON' },
  'encoding.unsupported': { code: 'invalid', reason: 'body.encoding', message: 'The encoding of the request is not supported' },
  'charset.unsupported': {
    code: 'invalid',
    reason: 'body.encoding',
    message: 'The character set of the request is not supported',
  },
};

/** Names the fields that are wrong and never their values: values may be patient text. */
const ofShape = (error: z.ZodError): Fault => {
  const fields = error.issues.map(
    (issue) => `${issue.path.join('.') || 'input'}: ${issue.code === 'custom' ? issue.message : issue.code}`,
  );
  return { code: 'invalid', reason: 'shape', message: fields.slice(0, 8).join('; ') };
};

/** What Express and its static files throw of themselves: an address that cannot be decoded, a file that is not there. */
const ofStatus = (status: unknown): Fault | undefined => {
  if (status === 404) return { code: 'notFound', reason: 'address', message: 'There is nothing at this address' };
  const askedBadly = typeof status === 'number' && status >= 400 && status < 500;
  return askedBadly ? { code: 'invalid', reason: 'request', message: 'The request cannot be understood' } : undefined;
};

/** What the caller is told; anything not refused on purpose is `internal` and only the log knows more. */
export const toFault = (error: unknown): Fault => {
  if (error instanceof Refusal) return { code: error.code, reason: error.reason, message: error.message };
  if (error instanceof z.ZodError) return ofShape(error);
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown };
  const known = typeof type === 'string' && Object.hasOwn(ofBodyParser, type) ? ofBodyParser[type] : ofStatus(status);
  return known ?? { code: 'internal', reason: 'bug', message: 'Something went wrong; nothing was changed' };
};
