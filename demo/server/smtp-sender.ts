import { createTransport } from 'nodemailer';
import { type Mail, MailNotSentError, type MailSender } from '../../src/sandbox/mail/mail.js';

/** Milliseconds of silence after which a mail server is given up. */
const patience = 5_000;

/** Sends by the mail server at an `smtp:` or `smtps:` address. `from` is the address mails come from. */
export function smtpSender(url: string, from: string): MailSender {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // Nothing in a mail is a file's name or an address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, fromName, subject, text, html }: Mail, signal: AbortSignal) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          // What is said at the door is exactly the one address, whatever a header could be read as.
          envelope: { from, to: [to] },
          from: { name: fromName, address: from },
          to: { name: '', address: to },
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

/** What the mail server answered, as a number, or what kept it from answering. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { responseCode, code } = error as Error & { responseCode?: number; code?: string };
  return String(responseCode ?? code ?? error.name);
}
