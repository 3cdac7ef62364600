import type { Fault } from '../contract/fault.js';

/** The codes that the client makes itself. Any other `code` of an {@link AgniError} comes from the server's answer. */
export type ClientCode =
  /** No answer: offline, no such host, blocked by the browser. Status 0. */
  | 'NETWORK_ERROR'
  /** No complete answer within the time limit. Status 0. */
  | 'TIMEOUT'
  /** An answer that isn't what the contract describes. */
  | 'UNEXPECTED_REPLY'
  /** Switched off by the host, or missing at the server. */
  | 'UNAVAILABLE'
  /** No valid credential could be had: the user is signed out. Status 401. */
  | 'UNAUTHORIZED'
  /** A write was not sent with a renewed credential, which could not be seen to be of the same user. Status 401. */
  | 'USER_NOT_CONFIRMED'
  /** A path parameter that can't stand in a path, such as an id `.` from a reply. Nothing was sent. Status 0. */
  | 'INVALID_ID'
  /** Nothing says which organization to show. Status 0. */
  | 'NO_ORGANIZATION'
  /** An option of the host page that can't work; `message` says which. Status 0. */
  | 'HOST_MISTAKE';

/** Where an error happened: the operation's name, and the host that was asked. */
export interface ErrorPlace {
  readonly operation: string;
  readonly host: string;
  readonly cause?: unknown;
}

/**
 * The one error that a call fails with. `code` is the server's (docs/contract.md 3.3) or a {@link ClientCode}. It never
 * holds a request's body or credential.
 */
export class AgniError extends Error {
  /** Recognizes an error of another copy of the kit on the page, too: an element and its provider may come from two. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AgniError';
  }

  override readonly name = 'AgniError';
  readonly code: string;
  /** HTTP status; 0 without an answer. */
  readonly status: number;
  /** What the server sent as `details`; `fieldReasons` of the contract reads it. */
  readonly details: unknown;
  /** Name of the operation that failed. */
  readonly operation: string;
  /** Host name that was asked. */
  readonly host: string;
  /** Seconds after which the server asks to try again. */
  readonly retryAfter: number | undefined;

  constructor(fault: Fault, place: ErrorPlace & { readonly retryAfter?: number | undefined }) {
    super(fault.message || fault.code, { cause: place.cause });
    this.code = fault.code;
    this.status = fault.status;
    this.details = fault.details;
    this.operation = place.operation;
    this.host = place.host;
    this.retryAfter = place.retryAfter;
  }

  /** Whether a write may have been carried out, because no readable answer came. */
  get isAnswerLost(): boolean {
    return ['NETWORK_ERROR', 'TIMEOUT', 'UNEXPECTED_REPLY'].includes(this.code) || this.status >= 502;
  }

  /** Whether the API refused for want of a permission. A 403 that isn't the API's own doesn't say that. */
  get isForbidden(): boolean {
    return this.status === 403 && this.code !== 'ACCESS_BLOCKED';
  }
}

/** An error that the client makes itself. `status` is 0 unless an answer came. */
export function clientError(
  code: ClientCode,
  { status = 0, message = '', ...place }: ErrorPlace & { readonly status?: number; readonly message?: string },
): AgniError {
  return new AgniError({ status, code, message, details: undefined }, place);
}

/** Whether a call ended by an abort, which is no failure: its caller is gone, or its client was closed. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
