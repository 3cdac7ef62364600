import { base64url, fromBase64url, type RandomBytes } from './digest.js';
import type { ServerSecret } from './server-secret.js';

/**
 * Encrypts texts in the store (AES-GCM). The key is stored in the same database, so encryption protects against a leak of
 * single tables, not of the whole database.
 */
export class Encryption {
  readonly #secret: ServerSecret;
  readonly #random: RandomBytes;

  constructor(secret: ServerSecret, random: RandomBytes) {
    this.#secret = secret;
    this.#random = random;
  }

  async encrypt(text: string): Promise<string> {
    const iv = this.#random(12);
    const bytes = new TextEncoder().encode(text);
    const encrypted = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.#key(), bytes);
    return `${base64url(iv)}.${base64url(new Uint8Array(encrypted))}`;
  }

  /** Throws where the encrypted text was changed. */
  async decrypt(encrypted: string): Promise<string> {
    const [iv = '', bytes = ''] = encrypted.split('.');
    const algorithm = { name: 'AES-GCM', iv: fromBase64url(iv) };
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, await this.#key(), fromBase64url(bytes)));
  }

  async #key() {
    return crypto.subtle.importKey('raw', await this.#secret.read(), 'AES-GCM', false, ['encrypt', 'decrypt']);
  }
}
