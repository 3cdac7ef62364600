import { isObject } from '../../contract/json.js';

/** A logged request, as `GET /__sandbox/requests` shows it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON with secrets replaced by `***`; `null` without a body. */
  readonly body: unknown;
  /** 0 while the request is pending, and after a broken connection. */
  status: number;
}

/** Maximum number of requests per organization; older ones are dropped. */
const maxRequests = 2000;

/** Maximum number of organizations; those that sent no request for the longest time are dropped. */
const maxOrganizations = 500;

/** Maximum characters of a body; a longer body is replaced by its length. */
const maxBodyLength = 20_000;

const secretName = /password|^code$|recovery_code|api_key|token|secret|^key$/;

/** Replaces the values of secret fields. */
function redact(value: unknown, name = ''): unknown {
  if (secretName.test(name)) return '***';
  if (Array.isArray(value)) return value.map((item) => redact(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redact(inner, key)]));
}

function shorten(body: unknown) {
  const { length } = JSON.stringify(body);
  return length > maxBodyLength ? `(${length} characters)` : body;
}

/** The latest requests of each organization, in order. */
export class RequestLog {
  readonly #byOrganization = new Map<string, LoggedRequest[]>();

  /** Adds a request; the caller sets its `status` afterwards. */
  add(organizationId: string, request: { method: string; url: URL; body: unknown }): LoggedRequest {
    const entry: LoggedRequest = {
      method: request.method,
      path: request.url.pathname,
      query: redact(Object.fromEntries(request.url.searchParams)) as Record<string, string>,
      body: shorten(redact(request.body ?? null)),
      status: 0,
    };
    const entries = this.#byOrganization.get(organizationId) ?? [];
    this.#byOrganization.delete(organizationId);
    this.#byOrganization.set(organizationId, entries);
    const [oldest] = this.#byOrganization.keys();
    if (this.#byOrganization.size > maxOrganizations && oldest) this.#byOrganization.delete(oldest);
    entries.push(entry);
    if (entries.length > maxRequests) entries.shift();
    return entry;
  }

  of(organizationId: string): readonly LoggedRequest[] {
    return structuredClone(this.#byOrganization.get(organizationId) ?? []);
  }
}
