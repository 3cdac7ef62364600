/** A mail to one person. Whoever sends it may rely on nothing in it being markup or a line of a header. */
export interface Mail {
  /** What its Message-ID has before the `@`. The same mail sent again has the same, so that programs see one. */
  readonly id: string;
  /** An address in its plain form. */
  readonly to: string;
  /** Whom it's from, in words. */
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands mails on: to a mail server, or to whoever wants to look at them. */
export interface MailSender {
  /**
   * Settles once the mail is in other hands. Throws {@link MailNotSentError} if it isn't, or if nobody can tell; once
   * `signal` aborts, it stops trying.
   */
  send(mail: Mail, signal: AbortSignal): Promise<void>;
}

/** A mail was not sent, or may not have been. */
export class MailNotSentError extends Error {
  /** Short, for the log: a word or a number of the mail server's, never its text. */
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super('The mail could not be sent', options);
    this.name = 'MailNotSentError';
    this.reason = reason;
  }
}
