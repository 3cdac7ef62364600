import { html } from 'hono/html';
import type { TemporaryPassword } from '../auth/temporary-passwords.js';
import type { InvitationRow, OrganizationRow, UserRow } from '../db/tables.js';
import { inertName, type Mail } from '../mail/mail.js';
import type { SandboxLanguage } from '../words/language.js';
import { isolated, mailContent, mailDate } from './mail-content.js';

/** Values for an invitation mail. */
export interface InvitationMailOptions {
  readonly invitation: InvitationRow;
  readonly organization: OrganizationRow;
  /** `undefined` if the server itself invites. */
  readonly inviter: UserRow | undefined;
  readonly signInUrl: string;
  readonly secret: TemporaryPassword;
  readonly language: SandboxLanguage;
}

/** Creates the mail with the temporary password of an invited user, as text and as HTML. */
export function invitationMail(options: InvitationMailOptions): Mail {
  const { invitation, inviter, signInUrl, secret, language } = options;
  const { words } = language;
  const { email, role, expires_at } = invitation;
  const texts: Record<string, string> = {
    ...{ email, role, address: signInUrl, password: secret.password },
    name: inertName(invitation.first_name),
    organization: inertName(options.organization.name),
    inviter: inviter ? inertName(`${inviter.first_name} ${inviter.last_name}`.trim() || inviter.email) : '',
    date: mailDate(new Date(expires_at), language),
  };
  const markup = {
    ...isolated(texts, ['name', 'organization', 'inviter', 'email']),
    address: html`<a href="${signInUrl}"><bdi>${signInUrl}</bdi></a>`,
    password: html`<code>${secret.password}</code>`,
  };
  const paragraphs = [
    [words.mailHello],
    [inviter ? words.mailInvites : words.mailInvited],
    [words.mailSignIn, words.mailEmail, words.mailPassword],
    [words.mailExpiry],
    [words.mailUnexpected],
  ];
  const content = mailContent({ language, subject: words.mailSubject, paragraphs, texts, markup });
  return { id: secret.mailId, to: email, ...content };
}
