import { conflict, HttpError } from '../http/http-error.js';
import type { SandboxContext } from '../http/route.js';
import type { Services } from '../services.js';
import type { UserCaller } from './caller.js';
import { requireHashable } from './password-rules.js';

/** The parts of a signed-in user's request that attempt limits need. */
export interface UserRequest {
  readonly caller: UserCaller;
  readonly context: SandboxContext;
  readonly now: Date;
}

/** The account and address that an attempt of a signed-in user is counted for. */
export function attemptKeys({ caller, context, now }: UserRequest, { clientAddress }: Services) {
  return { account: caller.user.id, address: clientAddress(context.req.raw, context.env), now: now.getTime() };
}

/**
 * Checks the signed-in user's password before a sensitive change. `field` is the password's name in the body. Throws
 * 401 INVALID_CREDENTIALS, 409 for an account without a password, and 429 after too many attempts.
 */
export async function requirePassword(
  request: UserRequest,
  password: string,
  field: string,
  services: Services,
): Promise<void> {
  const { password_hash: hash } = request.caller.user;
  requireHashable(password, field);
  if (hash === null) throw conflict('This account signs in with Google and has no password.');
  await services.attemptLimiter.guard('password', attemptKeys(request, services), async () => {
    const isRight = await services.passwordHasher.verify(hash, password);
    if (!isRight) throw new HttpError(401, 'INVALID_CREDENTIALS', 'Wrong password.');
  });
}
