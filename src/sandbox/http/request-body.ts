import type { Schema } from '../../contract/endpoint.js';
import { isObject } from '../../contract/json.js';
import { invalidRequest, Refusal, unacceptable } from './http-error.js';

/** Bytes of a body at most; nothing in this API comes near it. */
const mostBytes = 1024 * 1024;

/** Bytes of a body that is too large which are still waited for. */
const mostDropped = 32 * 1024 * 1024;

/** How deep a body may be nested; the deepest of ours has three levels. */
const mostLevels = 32;

/** Reads a JSON body. An empty one is `undefined`. Throws a {@link Refusal} for anything that isn't plain JSON in UTF-8. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return undefined;
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json');
  }
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalidRequest('The body is not JSON in UTF-8');
  }
  demandStorable(body);
  return body;
}

async function readBytes(request: Request): Promise<Uint8Array> {
  // Firefox has no stream of a request's body. A page that talks to itself needs no guard against its own size.
  if (!request.body) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length <= mostBytes) chunks.push(part.value);
    // The rest is read and dropped: a connection that closes in the middle of it would take our answer along.
    if (length > mostDropped) {
      await reader?.cancel();
      break;
    }
  }
  if (length > mostBytes) throw new Refusal(413, 'PAYLOAD_TOO_LARGE', 'The body is too large');
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Whether every database can hold a text: without NUL, and without halves of characters. */
export function isStorable(value: string): boolean {
  return !/\0|\p{Surrogate}/u.test(value);
}

function demandStorable(body: unknown) {
  // A list of what is still to be looked at, since a body can be nested deeper than calls can be.
  const rest: { value: unknown; level: number }[] = [{ value: body, level: 1 }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, level } = next;
    if (level > mostLevels) throw invalidRequest('The body is nested too deeply');
    if (typeof value === 'string' && !isStorable(value)) throw invalidRequest('The body holds broken characters');
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) throw invalidRequest('The body holds broken characters');
      rest.push({ value: inner, level: level + 1 });
    }
  }
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
}

const reasons: Record<string, string> = {
  invalid_type: 'type',
  too_small: 'too_short',
  too_big: 'too_long',
  invalid_value: 'unknown',
  invalid_format: 'form',
};

/** A short word for what is wrong, as the contract's own checks give them. */
function reasonOf(issue: Issue) {
  if (issue.message && issue.message !== 'Invalid input') return issue.message;
  return reasons[issue.code ?? ''] ?? 'invalid';
}

/** What a body reads as by its schema. Throws 400 for keys nobody knows, 422 with the reasons by field for the rest. */
export function readBody(schema: Schema, body: unknown): unknown {
  const given = body === undefined ? {} : body;
  if (!isObject(given)) throw invalidRequest('The body must be an object');
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const issues: readonly Issue[] = result.error.issues;
  const unknownKeys = issues.flatMap((issue) => issue.keys ?? []);
  if (unknownKeys.length > 0) throw invalidRequest(`Not known here: ${unknownKeys.join(', ')}`);
  const fields = new Map<string, string[]>();
  for (const issue of issues) {
    const name = String(issue.path[0] ?? '');
    if (!name) continue;
    const isMissing = issue.path.length === 1 && !Object.hasOwn(given, name);
    fields.set(name, [...(fields.get(name) ?? []), isMissing ? 'required' : reasonOf(issue)]);
  }
  throw unacceptable(Object.fromEntries(fields));
}
