import { endpoints } from '../../contract/all.js';

/** Replaces or changes the reply to a request. */
export interface ResponseOverride {
  /** Sent instead of the real reply. With neither `status` nor `body` the request is carried out. */
  readonly status?: number | undefined;
  /** Text is sent as is, other values as JSON; by default an error body of the status. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly delayMs?: number | undefined;
  /** Closes the connection without a reply; the request is not carried out. */
  readonly isDropped?: boolean | undefined;
  /** Closes the connection after half of the reply's body; the request is carried out. */
  readonly isTruncated?: boolean | undefined;
}

/** The requests of an organization that an override applies to. */
export interface OverrideTarget {
  readonly organizationId: string;
  /** Name of an operation. */
  readonly operation?: string | undefined;
  readonly method?: string | undefined;
  /** Full path, or the beginning of a path followed by `*`. */
  readonly path?: string | undefined;
}

interface Entry {
  readonly target: OverrideTarget;
  readonly override: ResponseOverride;
  remaining: number;
}

/** Overrides that wait for matching requests. */
export class ResponseOverrides {
  #entries: Entry[] = [];

  /** Applies an override to the next `times` matching requests, none for 0. Earlier overrides apply first. */
  add(target: OverrideTarget, override: ResponseOverride, times: number): void {
    if (times > 0) this.#entries.push({ target, override, remaining: times });
  }

  /** Removes all overrides, those of an organization, or those of one of its operations. */
  clear(organizationId?: string, operation?: string): void {
    this.#entries = this.#entries.filter(
      ({ target }) =>
        (organizationId !== undefined && organizationId !== target.organizationId) ||
        (operation !== undefined && operation !== target.operation),
    );
  }

  /** The override of a request; counts it as used. */
  take(organizationId: string | undefined, method: string, path: string): ResponseOverride | undefined {
    if (!this.#entries.length) return undefined; // nearly every request
    const operation = operationNameAt(method, path);
    const entry = this.#entries.find(
      ({ target }) =>
        target.organizationId === organizationId &&
        (target.operation === undefined || target.operation === operation) &&
        (target.method === undefined || target.method === method) &&
        (target.path === undefined || matchesPath(path, target.path)),
    );
    if (!entry) return undefined;
    entry.remaining -= 1;
    if (entry.remaining <= 0) this.#entries = this.#entries.filter((other) => other !== entry);
    return entry.override;
  }
}

function matchesPath(path: string, pattern: string) {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** Literal paths before paths with parameters: `/users/me` is not an id. */
const operations = Object.values(endpoints)
  .sort((a, b) => a.path.split('{').length - b.path.split('{').length)
  .map(({ name, method, path }) => ({ name, method, pattern: new RegExp(`^${path.replace(/{\w+}/g, '[^/]+')}$`) }));

function operationNameAt(method: string, path: string): string | undefined {
  return operations.find((operation) => operation.method === method && operation.pattern.test(path))?.name;
}
