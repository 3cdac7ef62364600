import { Secret, TOTP, URI } from 'otpauth';
import { expect, it } from 'vitest';
import { platformRandom } from '../../../src/sandbox/crypto/digest.js';
import { codeOfStep, encodeSecret, otpauthUrl, stepAt, stepOfCode } from '../../../src/sandbox/crypto/totp.js';

/** The secret of RFC 6238, appendix B. */
const secret = encodeSecret(new TextEncoder().encode('12345678901234567890'));

it('generates the codes of RFC 6238', () => {
  const vectors: [seconds: number, code: string][] = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ];
  for (const [seconds, code] of vectors) expect(codeOfStep(secret, stepAt(seconds * 1000))).toBe(code);
});

it('accepts the codes of the current time step and of those beside it, and no other (S15)', () => {
  const now = 1_800_000_015_000;
  const own = encodeSecret(platformRandom(20));
  const app = new TOTP({ secret: Secret.fromBase32(own) });
  for (const offset of [-3, -2, -1, 0, 1, 2, 3]) {
    const code = app.generate({ timestamp: now + offset * 30_000 });
    const isNear = Math.abs(offset) <= 1;
    expect([offset, stepOfCode(own, code, now)]).toEqual([offset, isNear ? stepAt(now) + offset : undefined]);
  }
});

it('creates the URL that authenticator apps read', () => {
  const url = otpauthUrl(secret, 'ada+2fa@northwind.example');
  expect(url).toMatch(/^otpauth:\/\/totp\//);
  const read = URI.parse(url) as TOTP;
  expect(read).toMatchObject({ issuer: 'Agni', label: 'ada+2fa@northwind.example', algorithm: 'SHA1', digits: 6 });
  expect([read.period, read.secret.base32]).toEqual([30, secret]);
});
