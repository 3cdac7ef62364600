import { Secret, TOTP } from 'otpauth';
import type { Bytes } from './digest.js';

/** Milliseconds between two codes. */
const periodMs = 30_000;

/** A one-time code generator (RFC 6238: SHA-1, six digits, 30 seconds). `account` is the label in the authenticator app. */
function generatorOf(secret: string, account = ''): TOTP {
  return new TOTP({ issuer: 'Agni', label: account, secret: Secret.fromBase32(secret) });
}

/** Encodes a secret in base32, the form that authenticator apps read. */
export function encodeSecret(bytes: Bytes): string {
  return new Secret({ buffer: bytes.buffer }).base32;
}

/** The time step of a time in milliseconds. */
export function stepAt(now: number): number {
  return Math.floor(now / periodMs);
}

/** The code of a time step. */
export function codeOfStep(secret: string, step: number): string {
  return generatorOf(secret).generate({ timestamp: step * periodMs });
}

/** The time step of a code if it is the current, previous or next one: clocks differ, and typing takes time. */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const delta = generatorOf(secret).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? undefined : stepAt(now) + delta;
}

/** The content of the QR code. */
export function otpauthUrl(secret: string, account: string): string {
  return generatorOf(secret, account).toString();
}
