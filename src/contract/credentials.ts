import * as z from 'zod/mini';
import { asciiDigits, invisible } from './visible-text.js';
import { checked } from './wire.js';

/** Maximum length of a new password in UTF-8 bytes, which limits the cost of hashing. */
const maxPasswordBytes = 1024;

/** Dashes of any kind. A Japanese keyboard types the long vowel mark U+30FC in place of a dash. */
const dashes = /[\p{Dash}\u30fc]/gu;

/**
 * A password in the form that is hashed and compared: NFKC, as NIST SP 800-63B-4 section 3.1.1.2 asks for passwords
 * outside ASCII. The same letters typed on two keyboards can differ in code points (`é` or `e` + accent). The server
 * normalizes when a password is set and whenever one is checked; clients send what was typed.
 */
export function normalizePassword(typed: string): string {
  return typed.normalize('NFKC');
}

/**
 * A one-time code as ASCII digits: digits of any script and width, without spaces, dashes and invisible characters.
 * Other characters stay, so that {@link sixDigits} rejects them.
 */
export function normalizeCode(typed: string): string {
  return asciiDigits(typed.replace(invisible, '')).replace(dashes, '').replace(/\s/g, '');
}

/**
 * A recovery code with ASCII digits and dashes, without invisible characters and without spaces at its ends or around
 * dashes. Case and separators stay: each server has a format of its own (docs/contract.md 5.7).
 */
export function normalizeRecoveryCode(typed: string): string {
  return asciiDigits(typed.replace(invisible, ''))
    .replace(dashes, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .trim();
}

/** The request field for text typed into an input that takes either a one-time code or a recovery code. */
export function secondFactorOf(typed: string): { code: string } | { recovery_code: string } {
  const code = normalizeCode(typed);
  return /^\d{6}$/.test(code) ? { code } : { recovery_code: normalizeRecoveryCode(typed) };
}

/** A password to be checked, which may be a temporary one. */
export const password = checked(z.string(), z.overwrite(normalizePassword), z.minLength(1));

/** A password to be set: at least 8 characters (code points) and at most 1,024 UTF-8 bytes after normalization. */
export const newPassword = checked(
  z.string(),
  z.overwrite(normalizePassword),
  z.refine((value) => [...value].length >= 8, { error: 'too_short' }),
  z.refine((value) => new TextEncoder().encode(value).length <= maxPasswordBytes, { error: 'too_long' }),
);

/** A one-time code as an authenticator app shows it, in any spelling that {@link normalizeCode} accepts. */
export const sixDigits = checked(z.string(), z.overwrite(normalizeCode), z.regex(/^\d{6}$/, { error: 'code' }));

/** A one-time code or a recovery code; {@link hasOneFactor} asks for exactly one of them. */
export const secondFactor = {
  code: z.optional(sixDigits),
  recovery_code: z.optional(checked(z.string(), z.overwrite(normalizeRecoveryCode), z.minLength(1))),
};

/** Whether a body has exactly one of the two second factors. */
export function hasOneFactor(body: { code?: string | undefined; recovery_code?: string | undefined }): boolean {
  return (body.code === undefined) !== (body.recovery_code === undefined);
}
