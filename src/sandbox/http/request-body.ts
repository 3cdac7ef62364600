import type { Schema } from '../../contract/endpoint.js';
import { isObject } from '../../contract/json.js';
import { HttpError, invalidRequest, validationFailed } from './http-error.js';

/** Maximum size of a request body in bytes. */
export const maxBodyBytes = 1024 * 1024;

/** Maximum nesting of a body; the deepest one of the contract has three levels. */
const maxDepth = 32;

/** Maximum characters of a text in a body, path or query: more than any limit of the contract, such as a password's 1,024 bytes. */
const maxTextLength = 4096;

/**
 * Parses a JSON body; an empty one is `undefined`. Throws 400 or 415 for anything but JSON in UTF-8, and 400 for a text of
 * more than `maxLength` characters.
 */
export async function readJson(
  request: { arrayBuffer(): Promise<ArrayBuffer>; raw: Request },
  maxLength = maxTextLength,
): Promise<unknown> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength === 0) return undefined;
  const type = request.raw.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new HttpError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json.');
  }
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalidRequest('The body is not valid JSON in UTF-8.');
  }
  requireStorableBody(body, maxLength);
  return body;
}

/**
 * Throws 400 for a text with a NUL or a lone surrogate, which not every database can store, and for a text that is too
 * long to be normalized and searched quickly. The message begins with `place`.
 */
export function requireStorable(text: string, place: string, maxLength = maxTextLength): void {
  if (text.length > maxLength) throw invalidRequest(`${place} contains more than ${maxLength} characters.`);
  if (/\0|\p{Surrogate}/u.test(text)) throw invalidRequest(`${place} contains invalid characters.`);
}

function requireStorableBody(body: unknown, maxLength: number) {
  // A queue instead of recursion: a body can be nested deeper than the call stack.
  const queue: { value: unknown; depth: number }[] = [{ value: body, depth: 1 }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { value, depth } = next;
    if (depth > maxDepth) throw invalidRequest('The body is nested too deeply.');
    if (typeof value === 'string') requireStorable(value, 'A text of the body', maxLength);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      requireStorable(key, 'A key of the body', maxLength);
      queue.push({ value: inner, depth: depth + 1 });
    }
  }
}

/** Reasons in `error.details.fields` by zod's issue code; the contract's own checks have the reason as message. */
const reasons: Record<string, string> = {
  invalid_type: 'type',
  too_small: 'too_short',
  too_big: 'too_long',
  invalid_value: 'unknown',
  invalid_format: 'form',
};

/** The message of an issue for which the contract defines no reason. */
const defaultMessage = 'Invalid input';

/** Parses a body by its schema. Throws 400 for unknown keys, and 422 with the reasons by field for other mistakes. */
export function parseBody(schema: Schema, body: unknown): unknown {
  const given = body === undefined ? {} : body;
  if (!isObject(given)) throw invalidRequest('The body must be a JSON object.');
  // A fixed default message, because another copy of zod in the process may have set a global language.
  const result = schema.safeParse(given, { error: () => defaultMessage });
  if (result.success) return result.data;
  const { issues } = result.error;
  const unknownKeys = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  if (unknownKeys.length > 0) throw invalidRequest(`Unknown keys: ${unknownKeys.join(', ')}`);
  const fields = new Map<string, string[]>();
  for (const { code = '', path, message } of issues) {
    const name = String(path[0] ?? '');
    if (!name) continue;
    const isMissing = path.length === 1 && !Object.hasOwn(given, name);
    const ownReason = message === defaultMessage ? undefined : message;
    const reason = isMissing ? 'required' : ownReason || reasons[code] || 'invalid';
    fields.set(name, [...(fields.get(name) ?? []), reason]);
  }
  throw validationFailed(Object.fromEntries(fields));
}

/** The fields that a body contains, without optional fields that it leaves out. */
export function sentFields<Body extends object>(body: Body) {
  const fields = Object.entries(body).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as { [Name in keyof Body]?: Exclude<Body[Name], undefined> };
}
