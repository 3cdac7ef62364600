import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import type { ServerSecret } from '../crypto/server-secret.js';

/** Lifetime of an access token in seconds; its session may end sooner. */
export const accessTokenSeconds = 15 * 60;

/** Content of an access token. */
interface Claims {
  userId: string;
  sessionId: string;
  organizationId: string;
}

/** Signs and verifies access tokens. */
export type AccessTokens = ReturnType<typeof createAccessTokens>;

/** Maximum length of a token; longer ones are not decoded. */
const maxTokenLength = 4096;

const issuer = 'agni-sandbox';
const audience = 'agni-settings';
const typ = 'at+jwt'; // RFC 9068

/** Creates the functions that sign and verify access tokens, which are JSON Web Tokens with HS256. */
export function createAccessTokens(secret: ServerSecret) {
  let key: Promise<CryptoKey> | undefined;
  /** Imported once, since every request needs it. */
  const signingKey = async () => {
    const bytes = await secret();
    key ??= crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
    return key;
  };
  return {
    /** `now`: milliseconds since 1970, by the organization's clock. */
    async sign({ userId, sessionId, organizationId }: Claims, now: number) {
      const seconds = Math.floor(now / 1000);
      return new SignJWT({ sid: sessionId, org: organizationId })
        .setProtectedHeader({ alg: 'HS256', typ })
        .setSubject(userId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + accessTokenSeconds)
        .sign(await signingKey());
    },
    /** The claims of a valid token, else `null`. `clock` returns an organization's time in milliseconds since 1970. */
    async read(token: string, clock: (organizationId: string) => number): Promise<Claims | null> {
      if (token.length > maxTokenLength) return null;
      const verifyingKey = await signingKey();
      try {
        // `org` is not verified yet. A forged value only selects another clock, and the signature check below fails.
        const currentDate = new Date(clock(String(decodeJwt(token).org)));
        const requiredClaims = ['exp', 'iat', 'sub', 'sid', 'org'];
        const options = { algorithms: ['HS256'], typ, issuer, audience, requiredClaims, currentDate };
        const { payload } = await jwtVerify(token, verifyingKey, options);
        return { userId: String(payload.sub), sessionId: String(payload.sid), organizationId: String(payload.org) };
      } catch {
        return null; // malformed, expired or forged: the caller answers 401 to all of them
      }
    },
  };
}
