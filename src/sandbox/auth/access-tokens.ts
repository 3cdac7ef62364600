import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import type { ServerSecret } from '../crypto/server-secret.js';

/** Lifetime of an access token in seconds; its session may end sooner. */
export const accessTokenSeconds = 15 * 60;

/** Content of an access token. */
export interface Claims {
  userId: string;
  sessionId: string;
  organizationId: string;
}

/** Maximum length of a token; longer ones are not decoded. */
const maxTokenLength = 4096;

const issuer = 'agni-sandbox';
const audience = 'agni-settings';
const type = 'at+jwt'; // RFC 9068

/** Signs and verifies access tokens (JWT, HS256). */
export class AccessTokens {
  readonly #secret: ServerSecret;
  #key: Promise<CryptoKey> | undefined;

  constructor(secret: ServerSecret) {
    this.#secret = secret;
  }

  /** `now`: milliseconds since 1970, by the organization's clock. */
  async sign(claims: Claims, now: number): Promise<string> {
    const seconds = Math.floor(now / 1000);
    return new SignJWT({ sid: claims.sessionId, org: claims.organizationId })
      .setProtectedHeader({ alg: 'HS256', typ: type })
      .setSubject(claims.userId)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + accessTokenSeconds)
      .sign(await this.#signingKey());
  }

  /** The claims of a valid token, else `null`. `clock` tells the time of an organization. */
  async read(token: string, clock: (organizationId: string) => number): Promise<Claims | null> {
    if (token.length > maxTokenLength) return null;
    const key = await this.#signingKey();
    try {
      const { org } = decodeJwt(token);
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        typ: type,
        issuer,
        audience,
        requiredClaims: ['exp', 'iat', 'sub', 'sid', 'org'],
        // `org` is not verified yet, and a forged one only selects another clock: verifying the signature fails then.
        currentDate: new Date(clock(String(org))),
      });
      return { userId: String(payload.sub), sessionId: String(payload.sid), organizationId: String(payload.org) };
    } catch {
      return null; // malformed, expired or forged: the caller answers 401 to all of them
    }
  }

  /** Imported once, since every request needs it. */
  async #signingKey(): Promise<CryptoKey> {
    const bytes = await this.#secret.read();
    this.#key ??= crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
    return this.#key;
  }
}
