import { fromJSONSchema, type ZodType } from 'zod';
import { definitionOf, endpoints, isObject } from '../../../src/contract/all.js';
import { openApiDocument } from '../../../src/sandbox/openapi.js';

// biome-ignore lint/suspicious/noExplicitAny: a document of the standard, which Redocly checks
const document = openApiDocument() as any;

/** All operations, each with its part of the OpenAPI document. */
export const operations = Object.values(endpoints).map((endpoint) => {
  const { name, method, path } = definitionOf(endpoint);
  return { name, method, path, described: document.paths[path][method.toLowerCase()] };
});
/** An operation with its description. */
export type Operation = (typeof operations)[number];

const schemas = new Map<string, ZodType>();

/** Resolves all references. */
function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (!isObject(value)) return value;
  if (typeof value.$ref === 'string') return resolved(document.components.schemas[value.$ref.split('/').at(-1) ?? '']);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
}

/** The difference between an answer and the document; `undefined` for a documented answer. */
export function undocumented({ name, described }: Operation, status: number, text: string): string | undefined {
  const response = described.responses[status];
  // 502 means that a provider failed; 500 and 503 are documented too, but would be a failure of the server.
  if (!response || status === 500 || status === 503) return 'undocumented status';
  const schema = response.content?.['application/json'].schema;
  if (!schema) return undefined;
  const key = `${name} ${status}`;
  const known = schemas.get(key) ?? fromJSONSchema(resolved(schema) as Parameters<typeof fromJSONSchema>[0]);
  schemas.set(key, known);
  const body = parsed(text);
  const { error } = known.safeParse(body);
  if (error) return `undocumented body: ${error.message}`;
  const code = isObject(body) && isObject(body.error) ? body.error.code : undefined;
  const isKnownCode = code === undefined || response.description.split(', ').includes(code);
  return isKnownCode ? undefined : `undocumented code ${code}`;
}

/** The value of a JSON text; `undefined` for other text. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
