import { isObject } from './json.js';

/** A failed answer, whichever of the error bodies it came in. */
export interface Fault {
  /** HTTP status. */
  readonly status: number;
  /** One of the documented or assumed codes, or the fallback of the status; never derived from human text. */
  readonly code: string;
  /** The server's own words; empty where it had none. */
  readonly message: string;
  /** Whatever structure came along; {@link fieldReasons} reads the one that is agreed on. */
  readonly details: unknown;
}

/** gRPC's canonical status numbers, as the gateway sends them. Only 3 and 16 are documented (docs/contract.md 3.2). */
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

/** The code of a status without a code of its own (docs/contract.md 3.3). */
export function codeOfStatus(status: number): string {
  if (status < 400) return 'UNEXPECTED_REPLY'; // a 2xx that says it failed
  return statusCodes[status] ?? (status < 500 ? 'INVALID_REQUEST' : 'INTERNAL_ERROR');
}

/**
 * Reads any error body: the four families of docs/contract.md 3.2, problem details (RFC 9457), or something that isn't
 * JSON at all, for which the body is `undefined`.
 */
export function readFault(status: number, body: unknown): Fault {
  const outer = isObject(body) ? body : {};
  const inner = isObject(outer.error) ? outer.error : outer;
  const named = typeof inner.code === 'number' ? grpcCodes[inner.code] : inner.code;
  const code = typeof named === 'string' && named ? named : codeOfStatus(status);
  const words = [inner.message, outer.message, inner.detail, inner.title].find((word) => typeof word === 'string');
  return { status, code, message: (words as string | undefined) ?? '', details: inner.details };
}

/**
 * The reasons by field of a refused body: `details.fields` (docs/contract.md 7.3), a lone string accepted for a list of
 * one. Fields come in the order the server named them.
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
