import type { Random } from '../crypto/digest.js';
import type { PasswordHasher } from '../crypto/password-hasher.js';
import type { Rows, Store } from '../db/store.js';
import { recoveryCodes } from '../db/tables.js';

/** Codes in a set. */
const setSize = 10;

/** Crockford's base32: no i, l, o or u, since they're taken for others. With 32 of them every byte gives one evenly. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Characters by which a code is found, and those that nobody knows: 40 bits, behind a slow hash and a limit. */
const prefixLength = 4;
const secretLength = 8;

/** A set of new codes: as they are shown, once, and as they are kept. */
export interface NewCodes {
  readonly shown: string[];
  readonly kept: readonly { prefix: string; hash: string }[];
}

/** Makes a set of codes, no two of which begin alike. */
export async function newRecoveryCodes(hasher: PasswordHasher, random: Random): Promise<NewCodes> {
  const prefixes = new Set<string>();
  while (prefixes.size < setSize) prefixes.add(letters(random, prefixLength));
  const shown: string[] = [];
  const kept: { prefix: string; hash: string }[] = [];
  // One after another: a hasher that takes few at a time has others to serve as well.
  for (const prefix of prefixes) {
    const secret = letters(random, secretLength);
    shown.push(`${prefix}-${secret.slice(0, 4)}-${secret.slice(4)}`);
    kept.push({ prefix, hash: await hasher.hash(secret) });
  }
  return { shown, kept };
}

/** Puts a set of codes in the place of all the person had. */
export async function keepRecoveryCodes(
  rows: Rows,
  userId: string,
  codes: NewCodes,
  newId: () => string,
): Promise<void> {
  await rows.delete(recoveryCodes, { user_id: userId });
  await rows.insert(
    recoveryCodes,
    codes.kept.map((code) => ({ id: newId(), user_id: userId, ...code })),
  );
}

/** The id of the code somebody wrote, in whatever case and spacing; `undefined` where the person has no such code. */
export async function findRecoveryCode(
  store: Store,
  hasher: PasswordHasher,
  userId: string,
  written: string,
): Promise<string | undefined> {
  const code = written.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  if (code.length !== prefixLength + secretLength) return undefined;
  const [known] = await store.find(recoveryCodes, { user_id: userId, prefix: code.slice(0, prefixLength) });
  const isRight = known && (await hasher.verify(known.hash, code.slice(prefixLength)));
  return isRight ? known.id : undefined;
}

function letters(random: Random, length: number) {
  return [...random(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
