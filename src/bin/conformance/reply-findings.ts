import type { AgniError } from '../../client/error.js';
import type { EndpointDefinition, Schema } from '../../contract/endpoint.js';
import { unwrap } from '../../contract/envelope.js';
import { readFault } from '../../contract/fault.js';
import { isObject } from '../../contract/json.js';
import type { Exchange, Outcome } from './connection.js';
import { type Finding, type Judgement, judgementOf, notChecked, note, withFindings, wrong } from './report.js';

/** A path into a payload, as in zod's issues. */
type Path = readonly PropertyKey[];

/** The parts of a zod definition that {@link ignoredValues} follows. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly in?: Schema;
  readonly out?: Schema;
}

interface Issue {
  readonly code: string | undefined;
  readonly path: Path;
  readonly expected?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Judges the answer of an operation that should succeed. */
export function judge(operation: EndpointDefinition, outcome: Outcome, seconds: number): Judgement {
  const { error, exchange } = outcome;
  if (error) return judgeFailure(operation, error, exchange, seconds);
  return judgementOf(exchange ? successFindings(operation, exchange) : []);
}

/** Findings about a provoked failure: its body must belong to one of the families of docs/contract.md 3.2. */
export function failureFindings({ status, headers, body }: Exchange): Finding[] {
  if (body === undefined) {
    const type = headers.get('content-type')?.split(';')[0] || 'text';
    return [wrong(`answers ${status} with ${type} instead of JSON (docs/contract.md 3.2)`)];
  }
  // With the status 403, readFault reports whether a body is the API's own.
  if (readFault(403, body).code !== 'ACCESS_BLOCKED') return [];
  return [
    wrong(
      `answers ${status} with a body that is none of the failure bodies of docs/contract.md 3.2, so the panes cannot say why`,
    ),
  ];
}

function judgeFailure(
  operation: EndpointDefinition,
  error: AgniError,
  exchange: Exchange | undefined,
  seconds: number,
): Judgement {
  const { code, status, cause } = error;
  if (code === 'UNAVAILABLE') {
    const reason = `answers ${status}; the kit shows this part as unavailable, not as an error`;
    return { verdict: 'unavailable', reason, findings: [] };
  }
  if (code === 'TIMEOUT') return judgementOf([wrong(`does not answer within ${seconds} s`)]);
  if (code === 'NETWORK_ERROR' || !exchange) return judgementOf([wrong('closes the connection without an answer')]);
  if (code === 'UNEXPECTED_REPLY') return judgementOf(unreadable(exchange, cause));
  if (status === 401 && operation.auth === 'key') {
    const reason = 'refuses a signed-in user (401); a proxy of yours can add the API key (docs/contract.md 2.2)';
    return withFindings({ verdict: 'unavailable', reason, findings: [] }, failureFindings(exchange));
  }
  const body = failureFindings(exchange);
  if (error.isForbidden) return withFindings(notChecked(`the user of the token may not (403 ${code})`), body);
  const isAllowed = operation.faults?.includes(code);
  if (isAllowed) return withFindings(notChecked(`answers ${status} ${code}, as the contract allows`), body);
  const what = status === 401 ? 'refuses the token that users/me accepts' : `answers ${status} ${code} instead of 200`;
  return judgementOf([wrong(what), ...body]);
}

/** Why a successful answer could not be read. */
function unreadable({ status, headers, body }: Exchange, cause: unknown): Finding[] {
  if (body === undefined) {
    const type = headers.get('content-type')?.split(';')[0] || 'text';
    return [wrong(`answers ${status} with ${type} instead of JSON (docs/contract.md 1)`)];
  }
  const payload = unwrap(body);
  const issues = isObject(cause) && Array.isArray(cause.issues) ? (cause.issues as Issue[]) : [];
  if (!issues.length) return [wrong(`answers ${status} with a body that cannot be read`)];
  const texts = issues.map((issue): [Path, string] => [issue.path, mismatch(valueAt(payload, issue.path), issue)]);
  return grouped(texts, body).map((text) => wrong(text));
}

function successFindings(operation: EndpointDefinition, { body, isRedirected }: Exchange): Finding[] {
  const payload = unwrap(body);
  const ignored = operation.reply
    ? [...ignoredValues(operation.reply, payload, [])].map(([path, issue]): [Path, string] => [
        path,
        `${mismatch(valueAt(payload, path), issue)}; the panes treat it as absent`,
      ])
    : [];
  const items = isObject(payload) && Array.isArray(payload.items) ? payload.items : [payload];
  const secrets = operation.method === 'GET' ? [...new Set(items.flatMap(secretKeys))] : [];
  return [
    ...secrets.map((key) => wrong(`answers the secret "${key}", which no reading operation may (docs/contract.md 14)`)),
    ...(isRedirected
      ? [wrong('redirects to another path, which can turn a write into a read (docs/contract.md 1.1)')]
      : []),
    ...grouped(ignored, body).map((text) => note(text)),
  ];
}

function secretKeys(item: unknown): string[] {
  const secret = /^(?:key|api_key|secret|(?:temporary_)?password|password_hash|refresh_token)$/;
  return Object.entries(isObject(item) ? item : {})
    .filter(([key, value]) => secret.test(key) && typeof value === 'string' && value)
    .map(([key]) => key);
}

/**
 * The values that a reader treats as absent, because an optional field has a value of another type (docs/contract.md
 * A): their paths, and the schema's issues.
 */
function* ignoredValues(schema: Schema, value: unknown, path: Path): Generator<[Path, Issue]> {
  const { type, innerType, shape, element, ...pipe } = schema._zod.def as unknown as Definition;
  if (type === 'catch' && innerType) {
    if (value === undefined || value === null) return;
    const issue = innerType.safeParse(value).error?.issues[0] as Issue | undefined;
    if (issue) yield [[...path, ...issue.path], issue];
    else yield* ignoredValues(innerType, value, path);
  } else if (innerType) {
    yield* ignoredValues(innerType, value, path);
  } else if (shape && isObject(value)) {
    for (const [key, inner] of Object.entries(shape)) yield* ignoredValues(inner, value[key], [...path, key]);
  } else if (element && Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* ignoredValues(element, item, [...path, index]);
  } else if (pipe.in && pipe.out) {
    const read = pipe.in.safeParse(value);
    if (read.success) yield* ignoredValues(pipe.out, read.data, path);
  }
}

/** The type of a value, and the type that the schema expects. Never the value itself, which may be private. */
function mismatch(value: unknown, issue: Issue): string {
  const nested = issue.errors?.flat().find(({ code }) => code === 'invalid_type');
  const expected = issue.expected ?? nested?.expected;
  const actual =
    value === undefined ? 'missing' : value === null ? 'null' : Array.isArray(value) ? 'an array' : aType(typeof value);
  return `is ${actual}${typeof expected === 'string' ? `, not ${aType(expected)}` : ', which the contract does not allow'}`;
}

const aType = (type: string) => `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;

/** One text for all items of a list with the same mismatch. */
function grouped(texts: readonly (readonly [Path, string])[], body: unknown): string[] {
  const groups = new Map<string, { path: string; text: string; count: number }>();
  for (const [path, text] of texts) {
    const key = JSON.stringify([path.map((step) => (typeof step === 'number' ? 0 : step)), text]);
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { path: pathText(path, body), text, count: 1 });
  }
  return [...groups.values()].map(({ path, text, count }) => `${path} ${text}${count > 1 ? ` (${count} times)` : ''}`);
}

/** Converts a path into the payload to a path into the body (docs/contract.md 3.1). */
function pathText(path: Path, body: unknown): string {
  const { data } = isObject(body) && 'data' in body ? body : {};
  const [first, ...rest] = path;
  const place = !Array.isArray(data)
    ? [...(data === undefined ? [] : ['data']), ...path]
    : first === 'items'
      ? ['data', ...rest]
      : ['meta', ...path];
  const text = place.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text.replace(/^\./, '') || 'the body';
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      inner !== null && typeof inner === 'object' ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}

/** Whether a list has an item with this id. */
export const hasItem = ({ value }: Outcome, id: string) =>
  (value as { items: readonly { id: string }[] } | undefined)?.items.some((item) => item.id === id);

/** A finding if a reply does not have the value that was written. */
export function differs(field: string, reply: unknown, value: string, what = 'answers'): Finding[] {
  const actual = (reply as Record<string, unknown> | null | undefined)?.[field];
  return actual === value ? [] : [wrong(`${what} another ${field} than the one that was written`)];
}
