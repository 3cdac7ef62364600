import { html } from 'hono/html';
import type { TemporaryPassword } from '../auth/temporary-passwords.js';
import type { InvitationRow, OrganizationRow, UserRow } from '../db/tables.js';
import { inertName, type Mail } from '../mail/mail.js';

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
  const name = inertName(invitation.first_name);
  const organization = inertName(told.organization.name);
  const inviterName = inviter && inertName(`${inviter.first_name} ${inviter.last_name}`.trim() || inviter.email);
  const subject = `You're invited to “${organization}” on Agni`;
  const expiry = `${expires_at.slice(0, 10)} at ${expires_at.slice(11, 16)} UTC`;
  const rule = `The temporary password expires on ${expiry}. You'll choose your own password when you first sign in.`;
  const unexpected = "If you didn't expect this invitation, you can ignore this email.";

  const text = `Hello ${name},

${inviterName === undefined ? "You're invited" : `“${inviterName}” invited you`} to “${organization}” on Agni. Your role is ${role}.

Sign in at ${signInUrl}
Your email: ${email}
Your temporary password: ${secret.password}

${rule}

${unexpected}
`;
  // `bdi` keeps right-to-left names from reordering the sentence.
  const invites = inviterName === undefined ? "You're invited" : html`<b><bdi>${inviterName}</bdi></b> invited you`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
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
<p>${invites} to <b><bdi>${organization}</bdi></b> on Agni. Your role is ${role}.</p>
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
  return { id: secret.mailId, to: email, subject, text, html: String(page) };
}
