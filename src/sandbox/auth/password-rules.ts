import { newPassword } from '../../contract/credentials.js';
import { fold } from '../db/store.js';
import type { OrganizationRow, UserRow } from '../db/tables.js';
import { unacceptable } from '../http/http-error.js';
import { isCommonPassword } from './common-passwords.js';

/** Bytes of a password at most; hashing more would only cost time. */
const longestPassword = 1024;

/** Characters that have to be left of a password when everything is taken out that anybody knows of its owner. */
const fewestOwn = 8;

/** Characters of a name that make it worth looking for; shorter ones are in too many words. */
const shortestName = 3;

/** What people write for letters. */
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

/** Throws 422 for what is too long to be a password, before anything is hashed. */
export function demandHashable(password: string, field: string): void {
  if (new TextEncoder().encode(password).length > longestPassword) throw unacceptable({ [field]: ['too_long'] });
}

/** Throws 422 PASSWORD_TOO_WEAK for a password to be that is too short or too long. Nothing is asked of its characters. */
export function demandLength(password: string): void {
  const { success, error } = newPassword.safeParse(password);
  if (!success) throw tooWeak(error.issues.map(({ message }) => message));
}

/**
 * Throws 422 PASSWORD_TOO_WEAK for a password that others would try first: one of the commonest (`common`), or one built
 * on the person's name or address or the workspace's (`personal`).
 */
export async function demandUnguessable(password: string, user: UserRow, organization: OrganizationRow): Promise<void> {
  if (await isCommonPassword(password)) throw tooWeak(['common']);
  for (const rest of withoutNames(fold(password), namesOf(user, organization))) {
    if ([...rest].length < fewestOwn || (await isCommonPassword(rest))) throw tooWeak(['personal']);
  }
}

function tooWeak(reasons: string[]) {
  return unacceptable({ new_password: reasons }, 'PASSWORD_TOO_WEAK');
}

/** What is left of a password without the names in it, as it stands and with its letters in disguise; none where none are. */
function withoutNames(password: string, names: readonly string[]): string[] {
  const readings = [password, [...password].map((letter) => lookalikes[letter] ?? letter).join('')];
  return readings
    .map((reading) => names.reduce((rest, name) => rest.replaceAll(name, ''), reading))
    .filter((rest, index) => rest !== readings[index])
    .map((rest) => rest.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')); // what joined a name to the rest
}

/** Names of the person and the workspace, whole and in words, the longest first. */
function namesOf(user: UserRow, organization: OrganizationRow): string[] {
  const host = organization.website.replace(/^https?:\/\//i, '');
  const all = [user.email, user.first_name, user.last_name, organization.name, organization.slug, host].map(fold);
  const words = all.flatMap((one) => [one, one.replace(/[^\p{L}\p{N}]/gu, ''), ...one.split(/[^\p{L}\p{N}]+/u)]);
  const longEnough = words.filter((word) => [...word].length >= shortestName);
  return [...new Set(longEnough)].sort((a, b) => b.length - a.length);
}
