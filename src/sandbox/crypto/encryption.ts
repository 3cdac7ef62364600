import { base64url, fromBase64url, type Random } from './digest.js';
import type { ServerSecret } from './server-secret.js';

/**
 * Keeps short texts in the store so that their table alone doesn't tell them. Whoever has the whole database has the
 * key as well: it guards against what leaks in part, such as an export or a query too many.
 */
export class Sealing {
  readonly #secret: ServerSecret;
  readonly #random: Random;

  constructor(secret: ServerSecret, random: Random) {
    this.#secret = secret;
    this.#random = random;
  }

  /** The text, so that only {@link open} tells it. */
  async seal(text: string): Promise<string> {
    const iv = this.#random(12);
    const bytes = new TextEncoder().encode(text);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.#key(), bytes);
    return `${base64url(iv)}.${base64url(new Uint8Array(sealed))}`;
  }

  /** The text again. Rejects if it was changed since. */
  async open(sealed: string): Promise<string> {
    const [iv = '', bytes = ''] = sealed.split('.');
    const algorithm = { name: 'AES-GCM', iv: fromBase64url(iv) };
    const opened = await crypto.subtle.decrypt(algorithm, await this.#key(), fromBase64url(bytes));
    return new TextDecoder().decode(opened);
  }

  async #key() {
    return crypto.subtle.importKey('raw', await this.#secret.read(), 'AES-GCM', false, ['encrypt', 'decrypt']);
  }
}
