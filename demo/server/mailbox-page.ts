import { html } from 'hono/html';
import type { MailCatcher, StoredMail } from '../../src/sandbox/mail/mail-catcher.js';

const maxMails = 50;

const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A mail is untrusted: it runs no script, has an opaque origin, and opens links in a new tab. */
const mailPolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * The page `/mailbox` with the caught mails, or one of the mails; `undefined` for other paths. `publicPath` is the path under
 * which browsers see the server.
 */
export function mailboxPage(path: string, mailCatcher: MailCatcher, publicPath: string): Response | undefined {
  if (path === '/mailbox') return respond(listPage(mailCatcher.all().slice(0, maxMails), publicPath), pagePolicy);
  const mail = mailCatcher.all().find(({ id }) => path === `/mailbox/${id}`);
  return mail && respond(mail.html.replace('<head>', '<head><base target="_blank">'), mailPolicy);
}

function respond(page: string, policy: string) {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
  return new Response(page, { headers });
}

function listPage(mails: readonly StoredMail[], publicPath: string) {
  const shown = mails.map(
    (mail, index) => html`
<li>
<details ${index === 0 ? 'open' : ''}>
<summary><span class="to">${mail.to}</span> <bdi>${mail.subject}</bdi> <time datetime="${mail.at}">${formatTime(mail.at)}</time></summary>
<dl>
<div><dt>From</dt><dd>${mail.from}</dd></div>
<div><dt>To</dt><dd>${mail.to}</dd></div>
</dl>
<iframe src="${publicPath}/mailbox/${mail.id}" title="${mail.subject}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<details><summary>As text</summary><pre>${mail.text}</pre></details>
</details>
</li>`,
  );
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mailbox · Agni</title>
<link rel="icon" href="${publicPath}/icon.svg">
<link rel="stylesheet" href="${publicPath}/plain.css">
<link rel="stylesheet" href="${publicPath}/mailbox.css">
</head>
<body>
<header><a href="${publicPath}/">Agni</a></header>
<main>
<h1>Mailbox</h1>
<p>Emails that this server kept instead of sending, newest first. Set <code>SMTP_URL</code> to send emails.</p>
${mails.length ? html`<ul>${shown}</ul>` : html`<p class="empty">No emails yet.</p>`}
</main>
</body>
</html>
`);
}

function formatTime(at: string) {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
