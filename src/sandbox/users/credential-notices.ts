import type { OrganizationRow, UserRow } from '../db/tables.js';
import { inertName, MailNotSentError, type MailSender } from '../mail/mail.js';
import type { Platform } from '../platform.js';
import type { SandboxWords } from '../words/define-words.js';
import { negotiateLanguage } from '../words/language.js';
import { isolated, mailContent, mailDate } from './mail-content.js';

/** The change that a notice reports: a key of the words. */
type Change = 'noticePassword' | 'noticeTwoFactorOn' | 'noticeTwoFactorOff' | 'noticeRecoveryCodes' | 'noticeApiKey';

/** Milliseconds that a reply waits for the mail server. The change is already stored. */
const sendTimeoutMs = 3_000;

/** The request that changed a credential. */
interface ChangingRequest {
  readonly caller: { readonly user: UserRow; readonly organization: OrganizationRow };
  readonly context: {
    readonly req: { header(name: string): string | undefined };
    get(name: 'requestId'): string;
  };
  readonly now: Date;
}

/** Mails a notice to a user whose credential was changed (OWASP ASVS 5.0, 6.3.7), in the language of the request. */
export class CredentialNotices {
  readonly #platform: Pick<Platform, 'log' | 'newId'>;
  readonly #sender: MailSender;

  constructor(platform: Pick<Platform, 'log' | 'newId'>, sender: MailSender) {
    this.#platform = platform;
    this.#sender = sender;
  }

  /** Sends the mail; `key` is the name of a new API key. A failure is logged, and does not undo the change. */
  async send(change: Change, { caller, context, now }: ChangingRequest, key = ''): Promise<void> {
    const { user, organization } = caller;
    const language = negotiateLanguage(context.req.header('accept-language'));
    const words: SandboxWords = language.words;
    const name = `${user.first_name} ${user.last_name}`.trim() || user.email;
    const texts = { name: inertName(name), key: inertName(key), email: user.email, date: mailDate(now, language) };
    const content = mailContent({
      language,
      subject: words[change],
      paragraphs: [
        [words.mailHello],
        [words[change]],
        [words.noticeAccount, words.noticeTime],
        [words.noticeUnexpected],
      ],
      texts,
      markup: isolated(texts, ['name', 'key', 'email']),
    });
    try {
      const mail = { id: this.#platform.newId(organization.id), to: user.email, ...content };
      await this.#sender.send(mail, AbortSignal.timeout(sendTimeoutMs));
    } catch (error) {
      const reason = error instanceof MailNotSentError ? error.reason : String(error);
      this.#platform.log({ event: 'notice_failed', requestId: context.get('requestId'), userId: user.id, reason });
    }
  }
}
