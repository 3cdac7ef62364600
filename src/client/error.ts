import type { Fault } from '../contract/fault.js';

/** The codes that the client assigns. Any other `code` of an {@link AgniError} comes from the server's answer. */
export type ClientCode =
  /** No answer: offline, no such host, blocked by the browser. Status 0. */
  | 'NETWORK_ERROR'
  /** No complete answer within the time limit. Status 0. */
  | 'TIMEOUT'
  /** An answer that doesn't match the contract. */
  | 'UNEXPECTED_REPLY'
  /** The operation is switched off by the host, or missing on the server. */
  | 'UNAVAILABLE'
  /** No valid credential could be obtained: the user is signed out. Status 401. */
  | 'UNAUTHORIZED'
  /** A write was not sent: the client could not confirm that a renewed credential is the same user's. Status 401. */
  | 'USER_NOT_CONFIRMED'
  /** A path parameter is not a valid path segment, such as the id `.` from a reply. Nothing was sent. Status 0. */
  | 'INVALID_ID'
  /** Neither the host nor the signed-in user names an organization. Status 0. */
  | 'NO_ORGANIZATION'
  /** An option of the host page is invalid or failed; `message` names it. Status 0. */
  | 'HOST_MISTAKE';

/** Where an error happened: the operation's name, and the host of the API. */
export interface ErrorPlace {
  readonly operation: string;
  readonly host: string;
  readonly cause?: unknown;
}

/**
 * The error of every failed call. `code` is the server's (docs/contract.md 3.3) or a {@link ClientCode}. The client
 * never puts a request's body or credential into an error.
 */
export class AgniError extends Error {
  /** Also true for an error of another copy of the kit: an element and its provider may come from different copies. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AgniError';
  }

  override readonly name = 'AgniError';
  readonly code: string;
  /** HTTP status; 0 without an answer. */
  readonly status: number;
  /** The `details` of the server's answer; `fieldReasons` of the contract reads them. */
  readonly details: unknown;
  /** Name of the operation that failed. */
  readonly operation: string;
  /** Host name of the API, with the port unless it is the default one; empty without a URL. */
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

  /** Whether the API refused the call because of a missing permission. A 403 that isn't the API's own doesn't count. */
  get isForbidden(): boolean {
    return this.status === 403 && this.code !== 'ACCESS_BLOCKED';
  }
}

/** Creates an error with a code of the client. `status` is 0 if there was no answer. */
export function clientError(
  code: ClientCode,
  { status = 0, message = '', ...place }: ErrorPlace & { readonly status?: number; readonly message?: string },
): AgniError {
  return new AgniError({ status, code, message, details: undefined }, place);
}

/** Whether a call was aborted, which is not a failure: its caller no longer needs it, or its client was closed. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
