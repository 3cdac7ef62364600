import { timingSafeEqual } from './digest.js';

/** Seconds a code is shown for. */
const stepSeconds = 30;

/** Steps before and after the present one whose codes count too: clocks differ, and typing takes time. */
const tolerance = 1;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes in base32 (RFC 4648) without padding, as authenticator apps read secrets. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((part) => alphabet[Number.parseInt(part.padEnd(5, '0'), 2)]).join('');
}

/** The bytes of such text. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** The step of a moment in milliseconds: how many codes there have been since 1970. */
export function stepAt(now: number): number {
  return Math.floor(now / 1000 / stepSeconds);
}

/** The code of a step by RFC 6238: SHA-1, six digits unless more are asked for. `secret` is in base32. */
export async function codeOfStep(secret: string, step: number, digits = 6): Promise<string> {
  const message = new DataView(new ArrayBuffer(8));
  message.setBigUint64(0, BigInt(step));
  const key = await crypto.subtle.importKey('raw', fromBase32(secret), { name: 'HMAC', hash: 'SHA-1' }, false, [
    'sign',
  ]);
  const digest = new DataView(await crypto.subtle.sign('HMAC', key, message));
  const offset = digest.getUint8(digest.byteLength - 1) & 0xf;
  const number = digest.getUint32(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step near now whose code this is, the latest if it's several; `undefined` for a code of none of them. */
export async function stepOfCode(secret: string, code: string, now: number): Promise<number | undefined> {
  const steps = Array.from({ length: 2 * tolerance + 1 }, (_, index) => stepAt(now) + tolerance - index);
  const codes = await Promise.all(steps.map((step) => codeOfStep(secret, step)));
  // All are compared, so that the time it takes says nothing about which one it was.
  const isRight = codes.map((one) => timingSafeEqual(one, code));
  return steps[isRight.indexOf(true)];
}

/** What a QR code shows an authenticator app, in the form all of them read. */
export function otpauthUrl(secret: string, account: string): string {
  const issuer = 'Agni';
  const label = `${issuer}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${issuer}&algorithm=SHA1&digits=6&period=${stepSeconds}`;
}
