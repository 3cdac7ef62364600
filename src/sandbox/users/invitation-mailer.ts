import { keepUnsent, type TemporaryPassword, toUnsent } from '../auth/temporary-passwords.js';
import { organizationKey, type Rows } from '../db/store.js';
import { type InvitationRow, type OrganizationRow, sentMails, type UserRow, users } from '../db/tables.js';
import { HttpError } from '../http/http-error.js';
import { MailNotSentError, type MailSender } from '../mail/mail.js';
import type { Platform } from '../platform.js';
import { negotiateLanguage, type SandboxLanguage } from '../words/language.js';
import { invitationMail } from './invitation-mail.js';

/** Milliseconds within which a mail must be sent. */
const sendTimeoutMs = 10_000;

/** How invitations are sent. */
export interface MailOptions {
  readonly sender: MailSender;
  /** The address of the sign-in page in mails. */
  readonly signInUrl: () => string;
}

/** The sender and the language of an invitation. */
export interface MailContext {
  readonly organization: OrganizationRow;
  /** Left out if the server itself invites. */
  readonly inviter?: UserRow;
  readonly requestId?: string;
  /** The language of the mail; English by default. */
  readonly language?: SandboxLanguage;
}

/**
 * Mails temporary passwords. A mail server may have accepted a mail although sending failed. So the temporary password
 * of a failed mail is kept for a while, and the next attempt sends the same password with the same Message-ID: the
 * password works, no matter which copy arrives.
 */
export class InvitationMailer {
  readonly #platform: Platform;
  readonly #options: MailOptions;

  constructor(platform: Platform, options: MailOptions) {
    this.#platform = platform;
    this.#options = options;
  }

  /**
   * Sends the mail. If sending fails, `undo` runs, unless the invitation was accepted or revoked meanwhile. Throws 502
   * if the mail server refuses the mail or does not answer.
   */
  async send(
    { organization, inviter, requestId, language = negotiateLanguage('') }: MailContext,
    invitation: InvitationRow,
    secret: TemporaryPassword,
    undo: (rows: Rows) => Promise<void>,
  ): Promise<void> {
    const { sender, signInUrl } = this.#options;
    try {
      const mail = invitationMail({ invitation, organization, inviter, signInUrl: signInUrl(), secret, language });
      await sender.send(mail, AbortSignal.timeout(sendTimeoutMs));
    } catch (error) {
      const unsent = await toUnsent(invitation, secret, this.#platform);
      await this.#platform.store.transaction(organizationKey(organization.id), async (rows) => {
        await rows.delete(sentMails, { id: secret.mailId });
        const unchanged = { id: invitation.user_id ?? '', status: 'INVITED', password_hash: secret.hash };
        if ((await rows.count(users, unchanged)) === 0) return;
        await undo(rows);
        await keepUnsent(rows, unsent);
      });
      if (!(error instanceof MailNotSentError)) throw error;
      this.#platform.log({ event: 'mail_failed', requestId, organizationId: organization.id, reason: error.reason });
      throw new HttpError(502, 'BAD_GATEWAY', "Couldn't send the email. Nothing was changed. Try again.");
    }
  }
}
