import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { consultSteps } from '../contract/consults.ts';
import { contract, events } from '../contract/index.ts';
import type { Action, Row } from '../contract/kit.ts';
import { pageSteps } from '../contract/paging.ts';
import { STATUS } from '../contract/refusal.ts';

const machines: Record<string, readonly Row[]> = { consult: consultSteps, page: pageSteps };

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

interface Shape {
  properties?: Record<string, unknown>;
  required?: string[];
  oneOf?: Shape[];
  anyOf?: Shape[];
}

/** `name`, or `name?` when it may be left out; alternatives are joined by " or ". */
const fields = (shape: Shape): string => {
  const choices = shape.oneOf ?? shape.anyOf;
  if (choices) return choices.map(fields).join(' **or** ');
  const names = Object.keys(shape.properties ?? {}).map((name) => (shape.required?.includes(name) ? name : `${name}?`));
  return names.length ? names.map((name) => `\`${name}\``).join(' ') : '–';
};
const fieldsOf = (schema: z.ZodType, io: 'input' | 'output'): string =>
  fields(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Shape);

const door = (action: Action): string => {
  if ('http' in action) return `\`${action.http.replace(' /', ' /api/')}\``;
  if ('stream' in action) return `\`${action.stream.replace(' /', ' /api/')}\` (bytes)`;
  return 'live' in action ? `socket (${action.live})` : 'clock';
};
const who = ({ who }: Action): string => (typeof who === 'string' ? who : who.join(', '));

const feature = ([name, actions]: [string, Record<string, Action>]): string =>
  `### ${name}\n\n${table(
    ['action', 'door', 'who', 'input', 'output'],
    Object.entries(actions).map(([verb, action]) => [
      `\`${name}.${verb}\``,
      door(action),
      who(action),
      fieldsOf(action.input, 'input'),
      fieldsOf(action.output, 'output'),
    ]),
  )}`;

const machine = ([name, rows]: [string, readonly Row[]]): string =>
  `### ${name}\n\n${table(
    ['verb', 'from', 'to', 'by'],
    rows.map(({ verb, from, to, by }) => [verb, from.join(', '), to, by.join(', ')]),
  )}`;

/** The protocol as a page for people, made from the contract; a test holds the committed page to it. */
export const protocol = (): string => `# Protocol

Made from \`contract/\` by \`npm run protocol\`; do not edit.

Every action is asked by name on the socket (\`emit('feature.verb', input, ack)\`) and, where it has one, by its HTTP line with
\`Authorization: Bearer <access token>\`. Both doors answer with the same refusal: \`{ error: { code, reason, message, requestId } }\`, on the
socket as \`{ ok: false, error }\`. Writes take an \`Idempotency-Key\` header: the same key answers the same thing.

The socket (\`websocket\` only) opens with \`auth: { token, first? }\`. \`first\` is one question, \`[action, input]\`, that saves a round trip:
its answer comes as the event \`first\`, in the shape of an acknowledgement. A handshake may be tried again, so ask there only what may be asked twice.

Large files are begun (\`attachments.begin\`), sent by tus 1.0 to the upload's address (\`HEAD\`, \`PATCH\`, \`DELETE\`, with the token), and finished with their
SHA-256. A file is read in parts with \`Range\`.

## Refusals

${table(
  ['code', 'HTTP'],
  Object.entries(STATUS).map(([code, status]) => [code, String(status)]),
)}

## Actions

${Object.entries(contract as Record<string, Record<string, Action>>)
  .map(feature)
  .join('\n\n')}

## Machines

${Object.entries(machines).map(machine).join('\n\n')}

## Events

Ids and status only, sent after commit; fetch what they name.

${table(
  ['event', 'payload'],
  Object.entries(events).map(([name, schema]) => [`\`${name}\``, fieldsOf(schema, 'output')]),
)}
`;

// Started by itself or through `scripts/run.mjs`, which imports it.
if (process.argv[1] === import.meta.filename) writeFileSync(join(import.meta.dirname, '..', 'docs', 'protocol.md'), protocol());
