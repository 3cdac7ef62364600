import { html } from 'hono/html';
import type { Mail } from '../mail/mail.js';

/** What the mail of an invitation tells. */
export interface InvitationTold {
  /** See {@link Mail.id}. */
  readonly id: string;
  readonly to: string;
  readonly firstName: string;
  readonly role: string;
  readonly organizationName: string;
  /** Name of whoever invites; none where the server itself does. */
  readonly inviterName: string | undefined;
  /** Where to sign in. */
  readonly signInUrl: string;
  readonly temporaryPassword: string;
  readonly expiresAt: string;
}

/** Writes the mail that brings somebody their temporary password, as text and as HTML. */
export function invitationMail(told: InvitationTold): Mail {
  const { id, to, role, signInUrl, temporaryPassword: password, expiresAt } = told;
  const name = oneLine(told.firstName);
  const organization = oneLine(told.organizationName);
  const inviter = told.inviterName === undefined ? undefined : oneLine(told.inviterName);
  const subject = `You are invited to ${organization}`;
  const until = `${expiresAt.slice(0, 10)}, ${expiresAt.slice(11, 16)} UTC`;
  const rule = `It works until ${until}. You will choose a password of your own when you first sign in.`;
  const stranger = 'If you did not expect this, you need not do anything: the invitation ends by itself.';

  const text = `Hello ${name},

${inviter === undefined ? 'You are invited' : `${inviter} invites you`} to ${organization} as ${role}.

Sign in at ${signInUrl}
with your e-mail address ${to}
and this temporary password: ${password}

${rule}

${stranger}
`;
  // Names are shown by their own direction, so that none can turn the words around it.
  const invites = inviter === undefined ? 'You are invited' : html`<bdi>${inviter}</bdi> invites you`;
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
<dt>E-mail</dt><dd>${to}</dd>
<dt>Temporary password</dt><dd><code>${password}</code></dd>
</dl>
<p>${rule}</p>
<p>${stranger}</p>
</body>
</html>
`;
  return { id, to, fromName: `${organization} on Agni`, subject, text, html: String(page) };
}

/** A name as it may stand within a sentence or a header: none of it begins a line of its own. */
function oneLine(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
