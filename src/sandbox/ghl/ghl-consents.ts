import { capabilitiesOf } from '../../contract/roles.js';
import { base64url, sha256, timingSafeEqual } from '../crypto/digest.js';
import { organizationKey } from '../db/store.js';
import { type GhlConsentRow, ghlConsents, users } from '../db/tables.js';
import type { Services } from '../services.js';
import { connectGhlLocation } from './ghl-connection.js';

/** Milliseconds within which an authorization request can be answered. */
const lifetimeMs = 10 * 60_000;

/** The result of an authorization request. */
export type ConsentOutcome = 'connected' | 'denied' | 'failed';

/**
 * Authorization requests to GoHighLevel (OAuth 2.0, RFC 6749 section 4.1). Each has an unguessable state, belongs to one
 * organization and, unless an API key sent it, to one user, and can be answered once.
 */
export class GhlConsents {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Creates a request; returns its state. */
  async create(organizationId: string, userId: string | null): Promise<string> {
    const { store, now, random } = this.#services;
    const state = base64url(random(32));
    const time = now(organizationId);
    for (const old of await store.find(ghlConsents, { organization_id: organizationId })) {
      if (!isOpen(old, time)) await store.delete(ghlConsents, { state_hash: old.state_hash });
    }
    await store.insert(ghlConsents, {
      state_hash: await sha256(state),
      organization_id: organizationId,
      user_id: userId,
      code_hash: null,
      created_at: new Date(time).toISOString(),
    });
    return state;
  }

  /** The unanswered request of a state. */
  async find(state: string): Promise<GhlConsentRow | undefined> {
    const { store, now } = this.#services;
    const known = await store.get(ghlConsents, await sha256(state));
    return known && known.code_hash === null && isOpen(known, now(known.organization_id)) ? known : undefined;
  }

  /** Allows access. Returns the authorization code; `undefined` if the request was answered meanwhile. */
  async allow({ state_hash }: GhlConsentRow): Promise<string | undefined> {
    const code = base64url(this.#services.random(32));
    const change = { code_hash: await sha256(code) };
    const changed = await this.#services.store.update(ghlConsents, { state_hash, code_hash: null }, change);
    return changed > 0 ? code : undefined;
  }

  /** Finishes a request: connects with a valid code, denies without one, else fails. `userId` is the signed-in user. */
  async finish({
    state,
    code,
    userId,
  }: {
    state: string;
    code: string | undefined;
    userId: string | undefined;
  }): Promise<ConsentOutcome> {
    const { store, now, newId } = this.#services;
    const state_hash = await sha256(state);
    const known = await store.get(ghlConsents, state_hash);
    if (!known || (known.user_id !== null && known.user_id !== userId)) return 'failed';
    const { organization_id: organizationId } = known;
    const code_hash = code === undefined ? undefined : await sha256(code);
    return store.transaction(organizationKey(organizationId), async (rows) => {
      const consent = await rows.get(ghlConsents, state_hash);
      const time = now(organizationId);
      if (!consent || !isOpen(consent, time)) return 'failed';
      // Read within the transaction: the user may have been demoted or removed while the consent page was open.
      const user = known.user_id === null ? undefined : await rows.get(users, known.user_id);
      if (known.user_id !== null && !(user && capabilitiesOf(user).has('integrations:manage'))) return 'failed';
      if (code_hash !== undefined && !timingSafeEqual(consent.code_hash ?? '', code_hash)) return 'failed';
      await rows.delete(ghlConsents, { state_hash });
      if (code_hash === undefined) return 'denied';
      await connectGhlLocation({ rows, organizationId, newId: () => newId(organizationId), now: time });
      return 'connected';
    });
  }
}

/** Absolute age, so that setting the clock back does not extend a request. */
function isOpen({ created_at }: GhlConsentRow, now: number) {
  return Math.abs(now - Date.parse(created_at)) < lifetimeMs;
}
