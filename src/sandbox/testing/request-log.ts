import { isObject } from '../../contract/json.js';

/** A request as the log shows it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON with its secrets struck out; `null` where there was none. */
  readonly body: unknown;
  /** 0 until it's answered, and for good where the connection was broken. */
  status: number;
}

/** Requests kept for a workspace; older ones are forgotten. */
const most = 2000;

/** Characters of a body that are kept; nobody looks at more. */
const longest = 20_000;

const secret = /password|^code$|recovery_code|api_key|token|secret|^key$/;
const struckOut = '***';

/** A value with everything struck out that stands under the name of a secret. */
function withoutSecrets(value: unknown, name = ''): unknown {
  if (secret.test(name) && value !== null && typeof value !== 'boolean') return struckOut;
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner, key)]));
}

function shortened(body: unknown) {
  const { length } = JSON.stringify(body);
  return length > longest ? `(${length} characters)` : body;
}

/** The latest requests by workspace, in the order they came. */
export class RequestLog {
  readonly #byOrganization = new Map<string, LoggedRequest[]>();

  /** Adds a request; whoever answers it sets its `status`. */
  add(organizationId: string, request: { method: string; url: URL; body: unknown }): LoggedRequest {
    const entry: LoggedRequest = {
      method: request.method,
      path: request.url.pathname,
      query: withoutSecrets(Object.fromEntries(request.url.searchParams)) as Record<string, string>,
      body: shortened(withoutSecrets(request.body ?? null)),
      status: 0,
    };
    const entries = this.#byOrganization.get(organizationId) ?? [];
    this.#byOrganization.set(organizationId, entries);
    entries.push(entry);
    if (entries.length > most) entries.shift();
    return entry;
  }

  of(organizationId: string): readonly LoggedRequest[] {
    return structuredClone(this.#byOrganization.get(organizationId) ?? []);
  }
}
