import { newPassword } from '../../contract/credentials.js';
import type { OrganizationRow, UserRow } from '../db/tables.js';
import { fold } from '../db/text.js';
import { validationFailed } from '../http/http-error.js';
import { isCommonPassword } from './common-passwords.js';

/** Minimum length of a password after the names of its user and organization are removed. */
const minOwnCharacters = 8;

/** Shorter names are ignored, because they occur in many words. */
const minNameLength = 3;

/** Characters typed in place of letters. */
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Throws 422 for a password that is too long to be hashed. */
export function requireHashable(password: string, field: string): void {
  if (lengthIssues(password).includes('too_long')) throw validationFailed({ [field]: ['too_long'] });
}

/** Throws 422 PASSWORD_TOO_WEAK for a new password that is too short or too long. There are no rules for its characters. */
export function requireLength(password: string): void {
  const issues = lengthIssues(password);
  if (issues.length > 0) throw tooWeak(issues);
}

function lengthIssues(password: string): string[] {
  return newPassword.safeParse(password).error?.issues.map(({ message }) => message) ?? [];
}

/**
 * Throws 422 PASSWORD_TOO_WEAK for a new password that is easily guessed: one of the most common (`common`), or one made of
 * the names of the user or the organization (`personal`).
 */
export async function requireUnguessable(
  password: string,
  user: UserRow,
  organization: OrganizationRow,
): Promise<void> {
  if (await isCommonPassword(password)) throw tooWeak(['common']);
  for (const rest of withoutNames(fold(password), namesOf(user, organization))) {
    if ([...rest].length < minOwnCharacters || (await isCommonPassword(rest))) throw tooWeak(['personal']);
  }
}

function tooWeak(reasons: string[]) {
  return validationFailed({ new_password: reasons }, 'PASSWORD_TOO_WEAK');
}

/** The password with the names removed, as typed and with lookalikes replaced; left out if there is no name in it. */
function withoutNames(password: string, names: readonly string[]): string[] {
  const readings = [password, [...password].map((letter) => lookalikes[letter] ?? letter).join('')];
  return readings
    .map((reading) => names.reduce((rest, name) => rest.replaceAll(name, ''), reading))
    .filter((rest, index) => rest !== readings[index])
    .map((rest) => rest.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')); // separators around the name
}

/** Names of the user and the organization, in full and word by word, the longest first. */
function namesOf(user: UserRow, organization: OrganizationRow): string[] {
  const host = organization.website.replace(/^https?:\/\//i, '');
  const all = [user.email, user.first_name, user.last_name, organization.name, organization.slug, host].map(fold);
  const words = all.flatMap((one) => [one, one.replace(/[^\p{L}\p{N}]/gu, ''), ...one.split(/[^\p{L}\p{N}]+/u)]);
  const longEnough = words.filter((word) => [...word].length >= minNameLength);
  return [...new Set(longEnough)].sort((a, b) => b.length - a.length);
}
