import { toEmailKey } from './email-key.js';
import { type Mail, type MailSender, senderName } from './mail.js';

/** A caught mail, as `GET /__sandbox/mail` shows it. */
export interface CaughtMail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A caught mail with its id. */
export interface StoredMail extends CaughtMail {
  readonly id: string;
}

/** Maximum number of kept mails; older ones are dropped. */
const maxMails = 2000;

/** Keeps mails in memory instead of sending them. */
export class MailCatcher implements MailSender {
  readonly #from: string;
  readonly #now: () => number;
  readonly #mails: StoredMail[] = [];

  constructor(from: string, now: () => number = Date.now) {
    this.#from = from;
    this.#now = now;
  }

  async send({ id, to, subject, text, html }: Mail): Promise<void> {
    const at = new Date(this.#now()).toISOString();
    this.#mails.unshift({ id, to, from: `${senderName} <${this.#from}>`, subject, text, html, at });
    if (this.#mails.length > maxMails) this.#mails.pop();
  }

  /** All mails, newest first. */
  all(): readonly StoredMail[] {
    return this.#mails;
  }

  /** The mails to an address, or all, newest first. */
  list(to?: string): CaughtMail[] {
    const key = to === undefined ? undefined : toEmailKey(to);
    const found = this.#mails.filter((mail) => key === undefined || toEmailKey(mail.to) === key);
    return found.map(({ id, ...shown }) => shown);
  }
}
