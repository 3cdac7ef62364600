import { operationAt } from './operation-at.js';

/** What happens to a request instead of, or besides, its real answer. */
export interface Fault {
  /** Answered in place of the real thing; without it the request is carried out. */
  readonly status?: number | undefined;
  /** Text is sent as it stands, anything else as JSON; without it a general error body of the status. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds the request waits before anything else happens. */
  readonly delayMs?: number | undefined;
  /** The connection breaks, and nothing is carried out. */
  readonly isDropped?: boolean | undefined;
  /** The answer breaks off in the middle of its body; the request was carried out. */
  readonly isTruncated?: boolean | undefined;
}

/** Which requests a fault waits for: those of an operation, or those of a method and path. */
export interface FaultTarget {
  readonly organizationId: string;
  /** Name of an operation. */
  readonly operation?: string | undefined;
  /** Any method where it's left out. */
  readonly method?: string | undefined;
  /** Full path, or the beginning of one with `*` at its end. */
  readonly path?: string | undefined;
}

interface Waiting {
  readonly target: FaultTarget;
  readonly fault: Fault;
  rest: number;
}

/** Faults that wait for their requests. */
export class Faults {
  #waiting: Waiting[] = [];

  /** Lets the next `times` matching requests meet the fault. Those set first come first. */
  add(target: FaultTarget, fault: Fault, times: number): void {
    this.#waiting.push({ target, fault, rest: times });
  }

  /** Takes faults back: all there are, those of a workspace, or those of one operation there. */
  clear(organizationId?: string, operation?: string): void {
    this.#waiting = this.#waiting.filter(
      ({ target }) =>
        (organizationId !== undefined && organizationId !== target.organizationId) ||
        (operation !== undefined && operation !== target.operation),
    );
  }

  /** The fault a request meets, which is then one less. */
  take(organizationId: string | undefined, method: string, path: string): Fault | undefined {
    if (this.#waiting.length === 0) return undefined;
    const operation = operationAt(method, path);
    const met = this.#waiting.find(
      ({ target }) =>
        target.organizationId === organizationId &&
        (target.operation === undefined || target.operation === operation) &&
        (target.method === undefined || target.method === method) &&
        (target.path === undefined || isAt(path, target.path)),
    );
    if (!met) return undefined;
    met.rest -= 1;
    if (met.rest <= 0) this.#waiting = this.#waiting.filter((waiting) => waiting !== met);
    return met.fault;
  }
}

function isAt(path: string, wanted: string) {
  return wanted.endsWith('*') ? path.startsWith(wanted.slice(0, -1)) : path === wanted;
}
