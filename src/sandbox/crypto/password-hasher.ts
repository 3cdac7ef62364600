import { type Bytes, base64url, fromBase64url, type RandomBytes, timingSafeEqual } from './digest.js';

/** Hashes passwords. A hash contains its own salt and cost. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

/**
 * Hashes with PBKDF2 of the Web Crypto API, for the sandbox in a page. The cost is low, because the users are invented
 * and in memory only; the server under Node uses argon2id.
 */
export function pbkdf2Hasher(random: RandomBytes): PasswordHasher {
  const derive = async (password: string, salt: Bytes, iterations: number) => {
    const bytes = new TextEncoder().encode(password);
    const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
    const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256);
    return base64url(new Uint8Array(bits));
  };
  return {
    async hash(password) {
      const salt = random(16);
      return `pbkdf2$10000$${base64url(salt)}$${await derive(password, salt, 10_000)}`;
    },
    async verify(hash, password) {
      const [, iterations, salt = '', digest = ''] = hash.split('$');
      return timingSafeEqual(digest, await derive(password, fromBase64url(salt), Number(iterations)));
    },
  };
}
