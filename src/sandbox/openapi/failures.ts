import type { EndpointDefinition } from '../../contract/endpoint.js';
import { allowedBeforePasswordChange } from '../http/permissions.js';

const statusOfCode: Readonly<Record<string, number>> = {
  INVALID_REQUEST: 400,
  NOT_CONNECTED: 400,
  INVALID_CREDENTIALS: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_REVOKED: 401,
  CHALLENGE_EXPIRED: 401,
  INVALID_CODE: 422,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  ACCOUNT_DISABLED: 403,
  EMAIL_NOT_VERIFIED: 403,
  INVITATION_EXPIRED: 403,
  API_ACCESS_DISABLED: 403,
  MEMBER_LIMIT_REACHED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LAST_ADMIN: 409,
  SETUP_EXPIRED: 410,
  VALIDATION_FAILED: 422,
  EMAIL_DOMAIN_NOT_ALLOWED: 422,
  PASSWORD_TOO_WEAK: 422,
  PASSWORD_REUSED: 422,
  SLOT_UNAVAILABLE: 422,
  RATE_LIMITED: 429,
  BAD_GATEWAY: 502,
};

/** The error codes of an operation, sorted by status: its own codes, and those of every operation of its kind. */
export function failuresOf(operation: EndpointDefinition): [status: number, codes: string[]][] {
  const { name, auth, method, body, query, path, faults = [] } = operation;
  const found = new Map<number, Set<string>>();
  const add = (status: number, code: string) => found.set(status, (found.get(status) ?? new Set()).add(code));
  if (body || query || path.includes('{')) add(400, 'INVALID_REQUEST');
  if (auth !== 'none') {
    add(401, 'UNAUTHORIZED');
    add(403, 'FORBIDDEN');
    add(403, 'ACCOUNT_DISABLED');
    if (!allowedBeforePasswordChange.has(name)) add(403, 'PASSWORD_CHANGE_REQUIRED');
    if (auth !== 'user') add(403, 'API_ACCESS_DISABLED');
  }
  if (method !== 'GET') add(413, 'PAYLOAD_TOO_LARGE');
  if (body) add(415, 'UNSUPPORTED_MEDIA_TYPE');
  // An operation that lists INVALID_REQUEST but not VALIDATION_FAILED answers 400 to invalid fields.
  if (body && !(faults.includes('INVALID_REQUEST') && !faults.includes('VALIDATION_FAILED')))
    add(422, 'VALIDATION_FAILED');
  for (const code of faults) {
    // A wrong one-time code gets a 401 at sign-in, and a 422 elsewhere.
    const isSignIn = name === 'answerTwoFactorChallenge' && code === 'INVALID_CODE';
    add(isSignIn ? 401 : (statusOfCode[code] ?? 500), code);
  }
  if (path !== '/health') {
    add(500, 'INTERNAL_ERROR');
    add(503, 'SERVICE_UNAVAILABLE');
  }
  return [...found].sort(([a], [b]) => a - b).map(([status, codes]) => [status, [...codes]]);
}
