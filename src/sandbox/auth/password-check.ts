import { conflict, Refusal } from '../http/http-error.js';
import type { SandboxContext } from '../http/route.js';
import type { Services } from '../services.js';
import type { Person } from './caller.js';
import { demandHashable } from './password-rules.js';

/** What is known of a signed-in person's request. */
export interface OwnRequest {
  readonly caller: Person;
  readonly context: SandboxContext;
  readonly now: Date;
}

/** Whom attempts of a signed-in person are counted for. */
export function countedFor({ caller, context, now }: OwnRequest, { addressOf }: Services) {
  return { account: caller.user.id, address: addressOf(context.env), now: now.getTime() };
}

/**
 * Makes sure that it's the person who asks, and not just somebody at their screen. Throws 401 INVALID_CREDENTIALS for
 * another password, 409 for people without one, and 429 after too many attempts. `field` is where the body has it.
 */
export async function demandPassword(
  request: OwnRequest,
  password: string,
  field: string,
  services: Services,
): Promise<void> {
  const { password_hash: hash } = request.caller.user;
  demandHashable(password, field);
  if (hash === null) throw conflict('This account signs in with Google and has no password here');
  await services.attempts.guard('password', countedFor(request, services), async () => {
    const isRight = await services.hasher.verify(hash, password);
    if (!isRight) throw new Refusal(401, 'INVALID_CREDENTIALS', 'The password is wrong');
  });
}
