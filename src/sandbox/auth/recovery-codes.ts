import { type RandomBytes, randomLetters } from '../crypto/digest.js';
import type { PasswordHasher } from '../crypto/password-hasher.js';
import type { Rows, Store } from '../db/store.js';
import { recoveryCodes } from '../db/tables.js';

const codesPerSet = 10;

/** Crockford's base32: without i, l and o, which look like 1 and 0, and without u. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Characters to find a code by, and secret characters: 40 bits, protected by a slow hash and an attempt limit. */
const prefixLength = 4;
const secretLength = 8;

/** A set of new codes: in the form that is shown once, and in the form that is stored. */
export interface RecoveryCodeSet {
  readonly shown: string[];
  readonly stored: readonly { prefix: string; hash: string }[];
}

/** Generates a set of codes with different prefixes. */
export async function generateRecoveryCodes(hasher: PasswordHasher, random: RandomBytes): Promise<RecoveryCodeSet> {
  const prefixes = new Set<string>();
  while (prefixes.size < codesPerSet) prefixes.add(randomLetters(random, prefixLength, alphabet));
  const shown: string[] = [];
  const stored: { prefix: string; hash: string }[] = [];
  // One after another, because the hasher's queue also serves sign-ins.
  for (const prefix of prefixes) {
    const secret = randomLetters(random, secretLength, alphabet);
    shown.push(`${prefix}-${secret.slice(0, 4)}-${secret.slice(4)}`);
    stored.push({ prefix, hash: await hasher.hash(secret) });
  }
  return { shown, stored };
}

/** Replaces all codes of a user within a transaction. */
export async function storeRecoveryCodes(
  rows: Rows,
  userId: string,
  codes: RecoveryCodeSet,
  newId: () => string,
): Promise<void> {
  await rows.delete(recoveryCodes, { user_id: userId });
  await rows.insert(
    recoveryCodes,
    codes.stored.map((code) => ({ id: newId(), user_id: userId, ...code })),
  );
}

/** The id of a typed code, ignoring case and spacing; `undefined` if the user has no such code. */
export async function findRecoveryCode(
  store: Store,
  hasher: PasswordHasher,
  userId: string,
  typed: string,
): Promise<string | undefined> {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  if (code.length !== prefixLength + secretLength) return undefined;
  const [known] = await store.find(recoveryCodes, { user_id: userId, prefix: code.slice(0, prefixLength) });
  const isRight = known && (await hasher.verify(known.hash, code.slice(prefixLength)));
  return isRight ? known.id : undefined;
}
