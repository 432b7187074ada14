import { Router } from 'express';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Action } from '../../contract/kit.ts';
import { STATUS } from '../../contract/refusal.ts';
import type { Feature } from './ctx.ts';

const Refused = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(STATUS) as (keyof typeof STATUS)[]),
      reason: z.string(),
      message: z.string(),
      requestId: z.string(),
    }),
  })
  .meta({ id: 'Refusal', description: 'Why the request was refused; the same by every door' });

const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
const BYTES = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } as const } };

/** Method and path of whatever HTTP answers: actions and streams. */
const lineOf = (action: Action): string | null => {
  if ('http' in action) return action.http;
  return 'stream' in action ? action.stream : null;
};

/** What goes into the path, and what is left for query or body. */
const split = (input: z.ZodType, names: readonly string[]): { path: z.ZodObject; rest: z.ZodType | null } => {
  if (!(input instanceof z.ZodObject)) return { path: z.object({}), rest: input };
  const fields = Object.entries(input.shape as Record<string, z.ZodType>);
  const part = (inPath: boolean) => Object.fromEntries(fields.filter(([name]) => names.includes(name) === inPath));
  const rest = part(false);
  return { path: z.object(part(true)), rest: Object.keys(rest).length > 0 ? z.object(rest) : null };
};

/** A stream carries bytes one way; all that it is told stands in the address. */
const operation = (name: string, action: Action, line: string): ZodOpenApiOperationObject => {
  const names = [...line.matchAll(/:(\w+)/g)].map(([, key]) => key!);
  const { path, rest } = split(action.input, names);
  const [streams, reads] = ['stream' in action, line.startsWith('GET')];
  const body = streams ? BYTES : rest && json(rest);
  return {
    operationId: name,
    tags: [name.split('.')[0]!],
    ...(action.who === 'public' ? { security: [] } : {}),
    ...(Array.isArray(action.who) && { description: `Roles: ${action.who.join(', ')}` }),
    requestParams: { path, ...((reads || streams) && rest instanceof z.ZodObject && { query: rest }) },
    ...(!reads && body && { requestBody: { content: body } }),
    responses: {
      200: { description: 'Done', content: streams && reads ? BYTES : json(action.output) },
      default: { description: 'Refused', content: json(Refused) },
    },
  };
};

const paths = (features: Record<string, Feature>): ZodOpenApiPathsObject => {
  const found: ZodOpenApiPathsObject = {};
  for (const [room, { actions }] of Object.entries(features)) {
    for (const [verb, action] of Object.entries(actions)) {
      const line = lineOf(action);
      if (!line) continue;
      const [method, path] = line.split(' ') as [string, string];
      const place = path.replace(/:(\w+)/g, '{$1}');
      found[place] = { ...found[place], [method.toLowerCase()]: operation(`${room}.${verb}`, action, line) };
    }
  }
  return found;
};

/** Made from the contract, so it cannot differ from what the server checks. */
const documentOf = (features: Record<string, Feature>) =>
  createDocument({
    openapi: '3.1.0',
    info: { title: '山海联诊 Shanhai', version: '1' },
    servers: [{ url: '/api' }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths: paths(features),
  });

/** Serves `GET /openapi.json`. */
export const openapi = (features: Record<string, Feature>): Router => {
  const document = documentOf(features);
  return Router().get('/openapi.json', (_req, res) => void res.json(document));
};
