import { html } from 'hono/html';
import type { Mail } from '../mail/mail.js';
import { fill, type SandboxLanguage } from '../words/language.js';

/** The content of a mail. */
export interface MailContent {
  readonly language: SandboxLanguage;
  readonly subject: string;
  /** Paragraphs of lines, with placeholders such as `{name}`. */
  readonly paragraphs: readonly (readonly string[])[];
  /** Values of the placeholders as text; `markup` has those that differ in HTML. */
  readonly texts: Readonly<Record<string, string>>;
  readonly markup: Readonly<Record<string, unknown>>;
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

/** A date and time in the language of a mail. */
export function mailDate(date: Date, { lang }: SandboxLanguage): string {
  return new Intl.DateTimeFormat(lang, dateFormat).format(date);
}

/** Markup that isolates names and addresses, so that they cannot reorder the sentence around them. */
export function isolated(texts: Readonly<Record<string, string>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, html`<bdi>${texts[name]}</bdi>`]));
}

/** Subject, text and HTML of a mail. */
export function mailContent(content: MailContent): Pick<Mail, 'subject' | 'text' | 'html'> {
  const { paragraphs, texts, language } = content;
  const markup = { ...texts, ...content.markup };
  const plain = (line: string) => fill(line, texts).join('');
  const subject = plain(content.subject);
  const text = paragraphs.map((lines) => lines.map((line) => `${plain(line)}\n`).join('')).join('\n');
  const page = html`<!doctype html>
<html lang="${language.lang}" dir="${language.dir}">
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
  return { subject, text, html: String(page) };
}
