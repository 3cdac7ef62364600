import type { Endpoint } from '../../contract/endpoint.js';

/** An error reply: its status, code and message (docs/contract.md 3.2). */
export class HttpError extends Error {
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
    this.name = 'HttpError';
    this.status = status;
    this.code = code;
    this.details = more.details;
    this.headers = more.headers ?? {};
  }
}

/** 400: the request is malformed. */
export function invalidRequest(message: string): HttpError {
  return new HttpError(400, 'INVALID_REQUEST', message);
}

/** 401: the request has no valid credential. */
export function unauthorized(message = 'Sign in first.'): HttpError {
  return new HttpError(401, 'UNAUTHORIZED', message);
}

/** 403: the caller is known and has no permission. */
export function forbidden(message = "You aren't allowed to do this."): HttpError {
  return new HttpError(403, 'FORBIDDEN', message);
}

/** 404: the object does not exist, or belongs to another organization. */
export function notFound(message = 'Not found.'): HttpError {
  return new HttpError(404, 'NOT_FOUND', message);
}

/** 409: the request conflicts with the current state. */
export function conflict(message: string, code = 'CONFLICT'): HttpError {
  return new HttpError(409, code, message);
}

/** 422: fields have invalid values; `fields` names the reasons by field (docs/contract.md 7.3). */
export function validationFailed(fields: Record<string, string[]>, code = 'VALIDATION_FAILED'): HttpError {
  return new HttpError(422, code, 'Some fields are invalid.', { details: { fields } });
}

/** A wrong or used second factor: 401 while signing in, else 422. */
export function invalidCode(status: 422 | 401 = 422): HttpError {
  return new HttpError(status, 'INVALID_CODE', 'This code is wrong or already used.');
}

/** 429: too many attempts; `seconds` until the next one is accepted. */
export function rateLimited(seconds: number): HttpError {
  const headers = { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) };
  return new HttpError(429, 'RATE_LIMITED', 'Too many attempts. Try again later.', { headers });
}

const grpcCodes: Record<number, number> = { 400: 3, 401: 16 };

/** The body of an error, in the shape of the operation's service (docs/contract.md 3.2). */
export function errorBody({ status, code, message, details }: HttpError, operation?: Endpoint): object {
  const grpcCode = grpcCodes[status];
  // The gateway in front of the API-key routes sends these two statuses in its own shape.
  if (operation?.auth === 'key' && grpcCode) return { code: grpcCode, message, details: [] };
  // The Cal.com service sends no `error`, and no code with 401 and 403.
  if (operation?.auth === 'user' && operation.path.startsWith('/api/v1/calcom/') && code !== 'NOT_CONNECTED') {
    if (code === 'UNAUTHORIZED' || code === 'FORBIDDEN') return { success: false, message };
    if ([400, 404, 409, 500].includes(status)) return { success: false, message, code };
  }
  return { success: false, message, error: { code, message, ...(details === undefined ? {} : { details }) } };
}
