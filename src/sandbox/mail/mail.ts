/** A mail from the server to one user. Its sender contains no text that a user chose. */
export interface Mail {
  /** The local part of the Message-ID. A repeated mail has the same ID, so that mail programs show it once. */
  readonly id: string;
  /** Email address without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The name of the sender of every mail. */
export const senderName = 'Agni';

/** Seven digits or more, with a few other characters between them. */
const phoneNumber = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){6,}/gu;

/** Bidirectional controls, which could reorder the words around a name. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Makes a name safe for a mail of Agni, which must not contain links that users chose: invisible word joiners (U+2060)
 * keep mail programs from turning a domain, a URL, an email address or a phone number into a link. The name is put on
 * one line. Quotation marks become plain ones, so that a quoted name cannot close its own quotes.
 */
export function inertName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(bidiControls, '')
    .replace(/[“”„«»‘’‚「」『』]/g, "'")
    .replace(/[.:@＠。．｡․](?=\S)/gu, '\u2060$&\u2060')
    .replace(phoneNumber, (digits) => digits.replace(/\p{Nd}/gu, '$&\u2060'));
}

/** Sends mails. */
export interface MailSender {
  /**
   * Resolves once a mail server has accepted the mail. Throws {@link MailNotSentError} if it has not, or if that is
   * unknown. Stops trying when `signal` aborts.
   */
  send(mail: Mail, signal: AbortSignal): Promise<void>;
}

/** A mail was not sent, or it is unknown whether it was. */
export class MailNotSentError extends Error {
  /** For the log: a status or error code, never text of the mail server. */
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super('The email could not be sent', options);
    this.name = 'MailNotSentError';
    this.reason = reason;
  }
}
