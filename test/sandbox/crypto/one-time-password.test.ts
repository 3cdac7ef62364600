import { Secret, TOTP, URI } from 'otpauth';
import { expect, it } from 'vitest';
import { platformRandom } from '../../../src/sandbox/crypto/digest.js';
import {
  base32,
  codeOfStep,
  fromBase32,
  otpauthUrl,
  stepAt,
  stepOfCode,
} from '../../../src/sandbox/crypto/one-time-password.js';

const encoder = new TextEncoder();

/** The secret of RFC 6238's appendix B. */
const secret = base32(encoder.encode('12345678901234567890'));

it('gives the codes of RFC 6238', async () => {
  const vectors: [seconds: number, code: string][] = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ];
  for (const [seconds, code] of vectors) {
    expect(await codeOfStep(secret, stepAt(seconds * 1000), 8)).toBe(code);
    expect(await codeOfStep(secret, stepAt(seconds * 1000))).toBe(code.slice(2));
  }
});

it('gives the codes of RFC 4226', async () => {
  const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
  expect(await Promise.all(codes.map((_, count) => codeOfStep(secret, count)))).toEqual(codes);
});

it('writes base32 as RFC 4648 does, and reads it back', () => {
  const words = { '': '', f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' };
  for (const [word, text] of Object.entries(words)) {
    expect(base32(encoder.encode(word))).toBe(text);
    expect(fromBase32(text)).toEqual(encoder.encode(word));
  }
});

it('takes the codes of the steps beside the present one, and of no other (S15)', async () => {
  const now = 1_800_000_015_000;
  const own = base32(platformRandom(20));
  const app = new TOTP({ secret: Secret.fromBase32(own) });
  for (const offset of [-3, -2, -1, 0, 1, 2, 3]) {
    const code = app.generate({ timestamp: now + offset * 30_000 });
    const isNear = Math.abs(offset) <= 1;
    expect([offset, await stepOfCode(own, code, now)]).toEqual([offset, isNear ? stepAt(now) + offset : undefined]);
  }
});

it('writes an address that authenticator apps read the same from', () => {
  const url = otpauthUrl(secret, 'ada+2fa@northwind.example');
  expect(url).toMatch(/^otpauth:\/\/totp\//);
  const read = URI.parse(url) as TOTP;
  expect(read).toMatchObject({ issuer: 'Agni', label: 'ada+2fa@northwind.example', algorithm: 'SHA1', digits: 6 });
  expect([read.period, read.secret.base32]).toEqual([30, secret]);
});
