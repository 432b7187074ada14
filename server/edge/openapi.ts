import { Router } from 'express';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Action, Http } from '../../contract/kit.ts';
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

/** What goes into the path, and what is left for query or body. */
const split = (input: z.ZodType, names: readonly string[]): { path: z.ZodObject; rest: z.ZodType | null } => {
  if (!(input instanceof z.ZodObject)) return { path: z.object({}), rest: input };
  const fields = Object.entries(input.shape as Record<string, z.ZodType>);
  const part = (inPath: boolean) => Object.fromEntries(fields.filter(([name]) => names.includes(name) === inPath));
  const rest = part(false);
  return { path: z.object(part(true)), rest: Object.keys(rest).length > 0 ? z.object(rest) : null };
};

const operation = (name: string, action: Action & { http: Http }): ZodOpenApiOperationObject => {
  const names = [...action.http.matchAll(/:(\w+)/g)].map(([, key]) => key!);
  const { path, rest } = split(action.input, names);
  const reads = action.http.startsWith('GET');
  return {
    operationId: name,
    tags: [name.split('.')[0]!],
    ...(action.who === 'public' ? { security: [] } : {}),
    ...(Array.isArray(action.who) && { description: `Roles: ${action.who.join(', ')}` }),
    requestParams: { path, ...(reads && rest instanceof z.ZodObject && { query: rest }) },
    ...(!reads && rest && { requestBody: { content: json(rest) } }),
    responses: {
      200: { description: 'Done', content: json(action.output) },
      default: { description: 'Refused', content: json(Refused) },
    },
  };
};

const paths = (features: Record<string, Feature>): ZodOpenApiPathsObject => {
  const found: ZodOpenApiPathsObject = {};
  for (const [room, { actions }] of Object.entries(features)) {
    for (const [verb, action] of Object.entries(actions)) {
      if (!('http' in action)) continue;
      const [method, path] = action.http.split(' ') as [string, string];
      const place = path.replace(/:(\w+)/g, '{$1}');
      found[place] = { ...found[place], [method.toLowerCase()]: operation(`${room}.${verb}`, action) };
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
