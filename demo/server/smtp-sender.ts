import { createTransport } from 'nodemailer';
import { type Mail, MailNotSentError, type MailSender, senderName } from '../../src/sandbox/mail/mail.js';

/** Milliseconds to wait for a response of the mail server. */
const timeoutMs = 5_000;

/** Sends mails by the server at an `smtp:` or `smtps:` URL. `from` is the sender's address. */
export function smtpSender(url: string, from: string): MailSender {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // The text of a mail must not make the library attach a file or URL.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, text, html }: Mail, signal: AbortSignal) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          // Exactly one recipient, however the header might be parsed.
          envelope: { from, to: [to] },
          from: { name: senderName, address: from },
          to: { name: '', address: to },
          // RFC 3834: prevents vacation notices and other automatic replies.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          subject,
          text,
          html,
          signal,
        });
      } catch (error) {
        throw new MailNotSentError(reasonOf(error), { cause: error });
      }
    },
  };
}

/** The SMTP status, or the error code of the connection. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { responseCode, code } = error as Error & { responseCode?: number; code?: string };
  return String(responseCode ?? code ?? error.name);
}
