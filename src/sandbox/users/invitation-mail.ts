import { html } from 'hono/html';
import type { TemporaryPassword } from '../auth/temporary-passwords.js';
import type { InvitationRow, OrganizationRow, UserRow } from '../db/tables.js';
import { inertName, type Mail } from '../mail/mail.js';
import { fill, type SandboxLanguage } from '../words/language.js';

/** The content of an invitation mail. */
export interface InvitationMailOptions {
  readonly invitation: InvitationRow;
  readonly organization: OrganizationRow;
  /** `undefined` where the server itself invites. */
  readonly inviter: UserRow | undefined;
  readonly signInUrl: string;
  readonly secret: TemporaryPassword;
  readonly language: SandboxLanguage;
}

const dateFormat: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
};

/** Creates the mail with the temporary password of an invited user, as text and as HTML. */
export function invitationMail(options: InvitationMailOptions): Mail {
  const { invitation, inviter, signInUrl, secret, language } = options;
  const { lang, dir, words } = language;
  const { email, role, expires_at } = invitation;
  const texts: Record<string, string> = {
    ...{ email, role, address: signInUrl, password: secret.password },
    name: inertName(invitation.first_name),
    organization: inertName(options.organization.name),
    inviter: inviter ? inertName(`${inviter.first_name} ${inviter.last_name}`.trim() || inviter.email) : '',
    date: new Intl.DateTimeFormat(lang, dateFormat).format(new Date(expires_at)),
  };
  // `bdi` keeps names and addresses from reordering the sentence.
  const markup = {
    ...texts,
    ...Object.fromEntries(
      ['name', 'organization', 'inviter', 'email'].map((name) => [name, html`<bdi>${texts[name]}</bdi>`]),
    ),
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
  const plain = (line: string) => fill(line, texts).join('');
  const subject = plain(words.mailSubject);
  const text = paragraphs.map((lines) => lines.map((line) => `${plain(line)}\n`).join('')).join('\n');
  const page = html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${subject}</title>
<style>
body { margin: 1.5em; max-width: 36em; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
code { font: bold 1.125em ui-monospace, monospace; }
</style>
</head>
<body>
${paragraphs.map((lines) => html`<p>${lines.map((line, index) => html`${index ? html`<br>` : ''}${fill<unknown>(line, markup)}`)}</p>\n`)}</body>
</html>
`;
  return { id: secret.mailId, to: email, subject, text, html: String(page) };
}
