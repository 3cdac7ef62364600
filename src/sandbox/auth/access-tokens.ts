import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import type { ServerSecret } from '../crypto/server-secret.js';

/** Seconds an access token holds; its session may end sooner. */
export const accessSeconds = 15 * 60;

/** What an access token says: who asks, in which session, of which workspace. */
export interface Claims {
  userId: string;
  sessionId: string;
  organizationId: string;
}

/** Longer ones are none of ours, and reading them would only take time. */
const longest = 4096;

const issuer = 'agni-sandbox';
const audience = 'agni-settings';
const type = 'at+jwt'; // RFC 9068; no other token of ours is a JWT

/** Signs access tokens and reads them back. */
export class AccessTokens {
  readonly #secret: ServerSecret;
  #key: Promise<CryptoKey> | undefined;

  constructor(secret: ServerSecret) {
    this.#secret = secret;
  }

  /** `now` in milliseconds, as the workspace's clock has it. */
  async sign(claims: Claims, now: number): Promise<string> {
    const seconds = Math.floor(now / 1000);
    return new SignJWT({ sid: claims.sessionId, org: claims.organizationId })
      .setProtectedHeader({ alg: 'HS256', typ: type })
      .setSubject(claims.userId)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + accessSeconds)
      .sign(await this.#signingKey());
  }

  /**
   * The claims of a token that we signed for this purpose and that holds now; anything else is `null`. `clock` tells
   * the time by workspace.
   */
  async read(token: string, clock: (organizationId: string) => number): Promise<Claims | null> {
    if (token.length > longest) return null;
    const key = await this.#signingKey();
    try {
      const { org } = decodeJwt(token);
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        typ: type,
        issuer,
        audience,
        requiredClaims: ['exp', 'iat', 'sub', 'sid', 'org'],
        // Not trusted yet: a wrong workspace only reads the wrong clock, and then the signature fails.
        currentDate: new Date(clock(String(org))),
      });
      return { userId: String(payload.sub), sessionId: String(payload.sid), organizationId: String(payload.org) };
    } catch {
      return null; // whatever is wrong with it, nobody is signed in by it
    }
  }

  /** Made once: it's needed at every request. */
  async #signingKey(): Promise<CryptoKey> {
    const bytes = await this.#secret.read();
    this.#key ??= crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
    return this.#key;
  }
}
