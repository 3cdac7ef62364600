import { base64url, type Random, sha256, timingSafeEqual } from '../crypto/digest.js';
import { type GhlConsentRow, ghlConsents } from '../db/tables.js';
import type { Services } from '../services.js';
import { connectGhlLocation } from './ghl-connection.js';

/** Milliseconds in which somebody may answer. */
const lifetime = 10 * 60_000;

/** What asking GoHighLevel for its consent came to. */
export type ConsentOutcome = 'connected' | 'denied' | 'failed';

/**
 * Consents that are asked for and not given yet. Each is named by a state that nobody can guess, belongs to one
 * workspace and, unless a program asked, to one person, and is answered once.
 */
export class GhlConsents {
  readonly #services: Services;
  readonly #random: Random;

  constructor(services: Services) {
    this.#services = services;
    this.#random = services.random;
  }

  /** Begins one; answers its state. */
  async ask(organizationId: string, userId: string | null): Promise<string> {
    const { store, now } = this.#services;
    const state = base64url(this.#random(32));
    const moment = now(organizationId);
    for (const old of await store.find(ghlConsents, { organization_id: organizationId })) {
      if (!isOpen(old, moment)) await store.delete(ghlConsents, { state_hash: old.state_hash });
    }
    await store.insert(ghlConsents, {
      state_hash: await sha256(state),
      organization_id: organizationId,
      user_id: userId,
      code_hash: null,
      created_at: new Date(moment).toISOString(),
    });
    return state;
  }

  /** The one of a state, if it waits for its answer. */
  async waiting(state: string): Promise<GhlConsentRow | undefined> {
    const { store, now } = this.#services;
    const known = await store.get(ghlConsents, await sha256(state));
    return known && known.code_hash === null && isOpen(known, now(known.organization_id)) ? known : undefined;
  }

  /** Allows it; answers the code that proves so, `undefined` where somebody was faster. */
  async allow({ state_hash }: GhlConsentRow): Promise<string | undefined> {
    const code = base64url(this.#random(32));
    const change = { code_hash: await sha256(code) };
    const changed = await this.#services.store.update(ghlConsents, { state_hash, code_hash: null }, change);
    return changed > 0 ? code : undefined;
  }

  /** Comes back from GoHighLevel, with a code or without. `userId` is whoever is signed in where it came back to. */
  async finish(answer: {
    state: string;
    code: string | undefined;
    userId: string | undefined;
  }): Promise<ConsentOutcome> {
    const { store, now, newId } = this.#services;
    const state_hash = await sha256(answer.state);
    const known = await store.get(ghlConsents, state_hash);
    if (!known || (known.user_id !== null && known.user_id !== answer.userId)) return 'failed';
    const { organization_id: organizationId } = known;
    const code_hash = answer.code === undefined ? undefined : await sha256(answer.code);
    return store.transaction(`integrations:${organizationId}`, async (rows) => {
      const consent = await rows.get(ghlConsents, state_hash);
      const moment = now(organizationId);
      if (!consent || !isOpen(consent, moment)) return 'failed';
      if (code_hash === undefined) {
        await rows.delete(ghlConsents, { state_hash });
        return 'denied';
      }
      if (!timingSafeEqual(consent.code_hash ?? '', code_hash)) return 'failed';
      await rows.delete(ghlConsents, { state_hash });
      await connectGhlLocation({ rows, organizationId, newId: () => newId(organizationId), now: moment });
      return 'connected';
    });
  }
}

/** A clock that was set back makes none last longer. */
function isOpen({ created_at }: GhlConsentRow, now: number) {
  return Math.abs(now - Date.parse(created_at)) < lifetime;
}
