/** A mail to one user, from the server itself: no text that a user chose is part of its sender. */
export interface Mail {
  /** The local part of the Message-ID. A repeated mail has the same one, so that mail programs show it once. */
  readonly id: string;
  /** Email address without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The sender's name of every mail. */
export const senderName = 'Agni';

/** Seven digits or more, with a few other characters between them. */
const phoneNumber = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){6,}/gu;

/** Bidirectional controls, which could reorder the words around a name. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A name as a mail shows it: on one line, and with invisible word joiners (U+2060) where mail programs would otherwise make
 * a link of a domain, a URL, an email address or a phone number in it. Users choose names, and a mail of Agni must not carry
 * their links. Quotation marks become plain ones, so that a quoted name cannot end its own quotation.
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
   * unknown; stops trying once `signal` aborts.
   */
  send(mail: Mail, signal: AbortSignal): Promise<void>;
}

/** A mail was not sent, or possibly not. */
export class MailNotSentError extends Error {
  /** For the log: a status or error code, never text of the mail server. */
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super('The email could not be sent', options);
    this.name = 'MailNotSentError';
    this.reason = reason;
  }
}
