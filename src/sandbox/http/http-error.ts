import type { Endpoint } from '../../contract/endpoint.js';

/** Why a request is not carried out, and how that is said on the wire. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { details?: unknown; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.details = more.details;
    this.headers = more.headers ?? {};
  }
}

/** 400: the request itself is malformed. */
export function invalidRequest(message: string): Refusal {
  return new Refusal(400, 'INVALID_REQUEST', message);
}

/** 401: nobody known is asking. */
export function unauthorized(message = 'Sign in first'): Refusal {
  return new Refusal(401, 'UNAUTHORIZED', message);
}

/** 403: whoever asks may not. */
export function forbidden(message = 'You may not do this'): Refusal {
  return new Refusal(403, 'FORBIDDEN', message);
}

/** 404: there is no such thing, or none of the caller's. */
export function notFound(message = 'There is nothing here'): Refusal {
  return new Refusal(404, 'NOT_FOUND', message);
}

/** 409: it doesn't go together with what is there. */
export function conflict(message: string, code = 'CONFLICT'): Refusal {
  return new Refusal(409, code, message);
}

/** 422: fields that are not acceptable, each with its reasons (docs/contract.md 7.3). */
export function unacceptable(fields: Record<string, string[]>, code = 'VALIDATION_FAILED'): Refusal {
  return new Refusal(422, code, 'Some fields need attention', { details: { fields } });
}

/** A second factor that is none, or none any more: 422; 401 where somebody is about to sign in by it. */
export function invalidCode(status: 422 | 401 = 422): Refusal {
  return new Refusal(status, 'INVALID_CODE', 'The code is wrong or was used before');
}

/** 429: too many attempts; `seconds` until the next may succeed. */
export function rateLimited(seconds: number): Refusal {
  const headers = { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) };
  return new Refusal(429, 'RATE_LIMITED', 'Too many attempts, wait a while', { headers });
}

const grpcNumbers: Record<number, number> = { 400: 3, 401: 16 };

/** The body that says it, in the family that the operation's service answers with (docs/contract.md 3.2). */
export function refusalBody({ status, code, message, details }: Refusal, operation?: Endpoint): object {
  const grpcNumber = grpcNumbers[status];
  // The gateway behind the API-key routes answers these two before the service is asked.
  if (operation?.auth === 'key' && grpcNumber) return { code: grpcNumber, message, details: [] };
  // Cal.com's service answers flat, and says no code where its status says all there is.
  if (operation?.auth === 'user' && operation.path.startsWith('/api/v1/calcom/') && code !== 'NOT_CONNECTED') {
    if (code === 'UNAUTHORIZED' || code === 'FORBIDDEN') return { success: false, message };
    if ([400, 404, 409, 500].includes(status)) return { success: false, message, code };
  }
  return { success: false, message, error: { code, message, ...(details === undefined ? {} : { details }) } };
}
