import type { Fault } from '../contract/fault.js';

/**
 * The one error a call can fail with. `code` is the server's, or one the client makes itself: `NETWORK_ERROR` (status 0,
 * no answer), `TIMEOUT` (status 0), `UNEXPECTED_REPLY` (an answer nobody can read), `UNAVAILABLE` (switched off by the
 * host, or missing at the server), `NO_ORGANIZATION` (nothing says which workspace to show), `HOST_MISTAKE` (an option
 * of the page that can't work; `message` says which).
 * Neither request bodies nor credentials are ever part of it.
 */
export class AgniError extends Error {
  /** An error of another copy of the kit is one too: a pane may be of one copy, and its provider of the other. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AgniError';
  }

  override readonly name = 'AgniError';
  readonly code: string;
  /** HTTP status, 0 where no answer came. */
  readonly status: number;
  /** Structure the server sent along; see `fieldReasons` of the contract. */
  readonly details: unknown;
  /** Name of the operation that failed. */
  readonly operation: string;
  /** Host name that was asked. */
  readonly host: string;
  /** Seconds after which the server asks to try again. */
  readonly retryAfter: number | undefined;

  constructor(fault: Fault, at: { operation: string; host: string; retryAfter?: number | undefined; cause?: unknown }) {
    super(fault.message || fault.code, { cause: at.cause });
    this.code = fault.code;
    this.status = fault.status;
    this.details = fault.details;
    this.operation = at.operation;
    this.host = at.host;
    this.retryAfter = at.retryAfter;
  }

  /** Whether the request may have been carried out although no readable answer came. */
  get isAnswerLost(): boolean {
    return ['NETWORK_ERROR', 'TIMEOUT', 'UNEXPECTED_REPLY'].includes(this.code) || this.status >= 502;
  }
}

/** Whether a call ended because nobody wanted it any more, which is no error: its caller has gone, or its client was closed. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
