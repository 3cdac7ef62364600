import { type RandomBytes, randomLetters } from '../crypto/digest.js';
import type { Rows } from '../db/store.js';
import { type InvitationRow, type UnsentMailRow, unsentMails } from '../db/tables.js';
import type { Platform } from '../platform.js';

/** Letters and digits without i, l, o, 0 and 1, which look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Milliseconds for which the password of a failed mail is kept. */
const retryWindowMs = 15 * 60_000;

/** Maximum number of failed mails per organization whose passwords are kept. */
const maxUnsent = 1000;

/** A password for the first sign-in, and the id of the mail that contains it. */
export interface TemporaryPassword {
  readonly password: string;
  readonly hash: string;
  readonly mailId: string;
}

/** The recipient of a temporary password. */
export type Recipient = Pick<InvitationRow, 'organization_id' | 'email_key'>;

/**
 * The password of the recipient's failed mail, else a new one. The password of a failed mail is stored for a while, encrypted,
 * so that the next attempt sends the same password, even from another process.
 */
export async function temporaryPasswordFor(recipient: Recipient, platform: Platform): Promise<TemporaryPassword> {
  const { store, encryption, passwordHasher, random, newId, now } = platform;
  const unsent = await store.get(unsentMails, idOf(recipient));
  if (unsent && Date.parse(unsent.expires_at) > now()) {
    const { password, hash, mail_id } = unsent;
    return { password: await encryption.decrypt(password), hash, mailId: mail_id };
  }
  const password = generateTemporaryPassword(random);
  return { password, hash: await passwordHasher.hash(password), mailId: newId() };
}

/** Creates the row with a password for the next attempt; {@link keepUnsent} stores it. */
export async function toUnsent(
  recipient: Recipient,
  { password, hash, mailId }: TemporaryPassword,
  { encryption, now }: Platform,
): Promise<UnsentMailRow> {
  return {
    id: idOf(recipient),
    organization_id: recipient.organization_id,
    mail_id: mailId,
    password: await encryption.encrypt(password),
    hash,
    expires_at: new Date(now() + retryWindowMs).toISOString(),
  };
}

/** Stores the password of a failed mail within a transaction of the organization. */
export async function keepUnsent(rows: Rows, unsent: UnsentMailRow): Promise<void> {
  await rows.delete(unsentMails, { id: unsent.id });
  const { organization_id } = unsent;
  if ((await rows.count(unsentMails, { organization_id })) < maxUnsent) await rows.insert(unsentMails, unsent);
}

/** Deletes the password of a failed mail, within the transaction that uses the password or makes it invalid. */
export async function forgetUnsent(rows: Rows, recipient: Recipient): Promise<void> {
  await rows.delete(unsentMails, { id: idOf(recipient) });
}

function idOf({ organization_id, email_key }: Recipient) {
  return `${organization_id} ${email_key}`;
}

/** A password of 79 random bits, in groups that can be read aloud. */
function generateTemporaryPassword(random: RandomBytes): string {
  return Array.from({ length: 4 }, () => randomLetters(random, 4, alphabet)).join('-');
}
