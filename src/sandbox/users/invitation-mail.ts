import { html } from 'hono/html';
import type { TemporaryPassword } from '../auth/temporary-passwords.js';
import type { InvitationRow, OrganizationRow, UserRow } from '../db/tables.js';
import type { Mail } from '../mail/mail.js';

/** The content of an invitation mail. */
export interface InvitationMailOptions {
  readonly invitation: InvitationRow;
  readonly organization: OrganizationRow;
  /** `undefined` where the server itself invites. */
  readonly inviter: UserRow | undefined;
  readonly signInUrl: string;
  readonly secret: TemporaryPassword;
}

/** Creates the mail with the temporary password of an invited user, as text and as HTML. */
export function invitationMail({ invitation, inviter, signInUrl, secret, ...told }: InvitationMailOptions): Mail {
  const { email, role, expires_at } = invitation;
  const name = oneLine(invitation.first_name);
  const organization = oneLine(told.organization.name);
  const inviterName = inviter && oneLine(`${inviter.first_name} ${inviter.last_name}`.trim() || inviter.email);
  const subject = `You are invited to ${organization}`;
  const expiry = `${expires_at.slice(0, 10)}, ${expires_at.slice(11, 16)} UTC`;
  const rule = `It works until ${expiry}. You will choose a password of your own when you first sign in.`;
  const unexpected = 'If you did not expect this, you need not do anything: the invitation ends by itself.';

  const text = `Hello ${name},

${inviterName === undefined ? 'You are invited' : `${inviterName} invites you`} to ${organization} as ${role}.

Sign in at ${signInUrl}
with your email address ${email}
and this temporary password: ${secret.password}

${rule}

${unexpected}
`;
  // `bdi` keeps right-to-left names from reordering the sentence.
  const invites = inviterName === undefined ? 'You are invited' : html`<bdi>${inviterName}</bdi> invites you`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
<style>
body { margin: 1.5em; max-width: 36em; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
dt { margin-top: 0.75em; font-size: 0.875em; }
dd { margin: 0; }
code { font: bold 1.125em ui-monospace, monospace; }
</style>
</head>
<body>
<p>Hello <bdi>${name}</bdi>,</p>
<p>${invites} to <bdi>${organization}</bdi> as ${role}.</p>
<dl>
<dt>Sign in at</dt><dd><a href="${signInUrl}">${signInUrl}</a></dd>
<dt>Email</dt><dd>${email}</dd>
<dt>Temporary password</dt><dd><code>${secret.password}</code></dd>
</dl>
<p>${rule}</p>
<p>${unexpected}</p>
</body>
</html>
`;
  return { id: secret.mailId, to: email, fromName: `${organization} on Agni`, subject, text, html: String(page) };
}

/** A name without line breaks and control characters, so that it cannot start a line or a mail header. */
function oneLine(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
