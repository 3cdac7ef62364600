import { isObject } from './json.js';

/** The content of a failed answer, from a body of any family (docs/contract.md 3.2). */
export interface Fault {
  /** HTTP status. */
  readonly status: number;
  /** The code in the body, else the code of the status (docs/contract.md 3.3). Never derived from text for users. */
  readonly code: string;
  /** The server's text for users; empty if there is none. */
  readonly message: string;
  /** The `details` of the body; {@link fieldReasons} reads them. */
  readonly details: unknown;
}

/** The gRPC statuses that gateway services send as numbers. Only 3 and 16 are documented (docs/contract.md 3.2). */
const grpcCodes: Record<number, string> = {
  3: 'INVALID_REQUEST',
  5: 'NOT_FOUND',
  6: 'CONFLICT',
  7: 'FORBIDDEN',
  8: 'RATE_LIMITED',
  13: 'INTERNAL_ERROR',
  14: 'BAD_GATEWAY',
  16: 'UNAUTHORIZED',
};

const statusCodes: Record<number, string> = {
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  422: 'VALIDATION_FAILED',
  429: 'RATE_LIMITED',
  502: 'BAD_GATEWAY',
};

/** The code of a failed answer whose body has none (docs/contract.md 3.3). */
export function codeOfStatus(status: number): string {
  if (status < 400) return 'UNEXPECTED_REPLY'; // a 2xx with `success: false`
  return statusCodes[status] ?? (status < 500 ? 'INVALID_REQUEST' : 'INTERNAL_ERROR');
}

/**
 * Reads the body of a failed answer: the four families of docs/contract.md 3.2 and problem details (RFC 9457). `body`
 * is `undefined` if it isn't JSON. A 403 whose body belongs to none of the families is `ACCESS_BLOCKED`: something in
 * front of the API refused the request, and permissions are not the reason (docs/contract.md 3.3).
 */
export function readFault(status: number, body: unknown): Fault {
  const outer = isObject(body) ? body : {};
  const inner = isObject(outer.error) ? outer.error : outer;
  const named = typeof inner.code === 'number' ? grpcCodes[inner.code] : inner.code;
  const texts = [inner.message, outer.message, inner.detail, inner.title].filter((text) => typeof text === 'string');
  const isNamed = typeof named === 'string' && named !== '';
  const isOfApi = isNamed || (outer.success === false && typeof outer.message === 'string');
  const code = isNamed ? named : status === 403 && !isOfApi ? 'ACCESS_BLOCKED' : codeOfStatus(status);
  return { status, code, message: texts[0] ?? '', details: inner.details };
}

/**
 * The reasons of a refused body by field, in the server's order: `details.fields` (docs/contract.md 7.3). A reason that
 * isn't in a list counts as a list of one.
 */
export function fieldReasons(details: unknown): Map<string, string[]> {
  const fields = isObject(details) && isObject(details.fields) ? details.fields : {};
  return new Map(
    Object.entries(fields).map(([field, reasons]) => [
      field,
      [reasons].flat(Number.POSITIVE_INFINITY).filter((reason): reason is string => typeof reason === 'string'),
    ]),
  );
}
