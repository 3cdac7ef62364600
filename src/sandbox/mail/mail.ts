/** A mail to one user. Senders rely on names in it having no markup and no line breaks. */
export interface Mail {
  /** The local part of the Message-ID. A repeated mail has the same one, so that mail programs show it once. */
  readonly id: string;
  /** Email address without a name. */
  readonly to: string;
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
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
    super('The mail could not be sent', options);
    this.name = 'MailNotSentError';
    this.reason = reason;
  }
}
