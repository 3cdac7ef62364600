import { emailKeyOf } from './email-key.js';
import type { Mail, MailSender } from './mail.js';

/** A mail that stayed here, as `GET /__sandbox/mail` shows it. */
export interface CaughtMail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** When, in ISO 8601. */
  readonly at: string;
}

/** The same, with what tells it from the others. */
export interface KeptMail extends CaughtMail {
  readonly id: string;
}

/** Mails kept; older ones are forgotten. */
const most = 2000;

/** Sends nothing: keeps mails in memory for whoever wants to look at them. */
export class MailCatcher implements MailSender {
  readonly #address: string;
  readonly #now: () => number;
  readonly #caught: KeptMail[] = [];

  /** `address` is what they're from. */
  constructor(address: string, now: () => number = Date.now) {
    this.#address = address;
    this.#now = now;
  }

  async send({ id, to, fromName, subject, text, html }: Mail): Promise<void> {
    const at = new Date(this.#now()).toISOString();
    this.#caught.unshift({ id, to, from: `${fromName} <${this.#address}>`, subject, text, html, at });
    if (this.#caught.length > most) this.#caught.pop();
  }

  /** All of them, newest first. */
  all(): readonly KeptMail[] {
    return this.#caught;
  }

  /** Those to an address, or all, newest first. */
  list(to?: string): CaughtMail[] {
    const key = to === undefined ? undefined : emailKeyOf(to);
    const found = this.#caught.filter((mail) => key === undefined || emailKeyOf(mail.to) === key);
    return found.map(({ id, ...shown }) => shown);
  }
}
