import { base64url, fromBase64url, type RandomBytes } from './digest.js';
import type { ServerSecret } from './server-secret.js';

/** Encrypts and decrypts stored texts. */
export type Encryption = ReturnType<typeof createEncryption>;

/**
 * Encrypts with AES-GCM. The key is in the same database, so encryption protects against a leak of single tables, not
 * of the entire database.
 */
export function createEncryption(secret: ServerSecret, random: RandomBytes) {
  const importKey = async () =>
    crypto.subtle.importKey('raw', await secret(), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    async encrypt(text: string) {
      const iv = random(12);
      const bytes = new TextEncoder().encode(text);
      const encrypted = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await importKey(), bytes);
      return `${base64url(iv)}.${base64url(new Uint8Array(encrypted))}`;
    },
    /** Throws if the encrypted text was changed. */
    async decrypt(encrypted: string) {
      const [iv = '', bytes = ''] = encrypted.split('.');
      const algorithm = { name: 'AES-GCM', iv: fromBase64url(iv) };
      return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, await importKey(), fromBase64url(bytes)));
    },
  };
}
