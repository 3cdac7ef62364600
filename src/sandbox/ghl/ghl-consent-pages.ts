import { html } from 'hono/html';
import { fill, type SandboxLanguage } from '../words/language.js';
import type { ConsentOutcome } from './ghl-consents.js';

/** Content-Security-Policy of these pages: own styles, and one form to this origin. */
export const consentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Markup = ReturnType<typeof html>;

/** The path under which browsers see the server, and the language of a page. */
export interface PageOptions {
  readonly publicPath: string;
  readonly language: SandboxLanguage;
}

function page(title: string, { publicPath, language: { lang, dir } }: PageOptions, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <link rel="stylesheet" href="${publicPath}/ghl/consent.css" />
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`;
}

/** Asks whether Agni may access a location. `email` is the address of the signed-in user. */
export function consentPage(
  asked: { state: string; organization: string; email: string | undefined },
  options: PageOptions,
): Markup {
  const { words } = options.language;
  const actionUrl = (answer: string) =>
    `${options.publicPath}/ghl/consent/${answer}?state=${encodeURIComponent(asked.state)}`;
  const strong = (text: string) => html`<strong><bdi>${text}</bdi></strong>`;
  return page(
    `${words.consentTitle} · GoHighLevel`,
    options,
    html`<p class="brand"><bdi>GoHighLevel</bdi> <span lang="en">sandbox</span></p>
      <h1>${words.consentHeading}</h1>
      <p>
        ${fill<unknown>(words.consentWorkspace, { organization: strong(asked.organization) })}
        ${asked.email ? html`<br />${fill<unknown>(words.consentUser, { email: strong(asked.email) })}` : ''}
      </p>
      <p>${words.consentList}</p>
      <ul>
        <li>${words.consentSee}</li>
        <li>${words.consentBook}</li>
        <li>${words.consentContacts}</li>
      </ul>
      <form method="post" action="${actionUrl('deny')}">
        <button>${words.deny}</button>
        <button class="primary" formaction="${actionUrl('allow')}">${words.allow}</button>
      </form>
      <p class="note">${words.consentNote}</p>`,
  );
}

/** Shows the outcome of an authorization request. */
export function outcomePage(outcome: ConsentOutcome, options: PageOptions): Markup {
  const { words } = options.language;
  const heading = words[outcome];
  return page(
    heading,
    options,
    html`<p class="brand">Agni</p>
      <h1>${heading}</h1>
      <p>${words[`${outcome}Text`]}</p>`,
  );
}

/** The style sheet of these pages. */
export const consentStyles = `
:root {
  color-scheme: light dark;
  background: light-dark(#f6f6f7, #121214);
  color: light-dark(#1b1b1f, #ececf0);
  font: 0.9375rem / 1.5 system-ui, sans-serif;
}
*, ::before, ::after { box-sizing: border-box; }
body { display: grid; min-block-size: 100vh; margin: 0; padding: 1.25rem; place-items: center; overflow-wrap: anywhere; }
main {
  inline-size: 100%;
  max-inline-size: 27rem;
  padding: 1.75rem;
  border: 1px solid light-dark(#e2e2e7, #2e2e35);
  border-radius: 12px;
  background: light-dark(#fff, #1b1b1f);
}
.brand { margin: 0 0 1.25rem; font-weight: 600; }
.brand span, .note { color: light-dark(#5d5d68, #a2a2ae); font-size: 0.8125rem; font-weight: 400; }
h1 { margin: 0 0 0.75rem; font-size: 1.25rem; line-height: 1.35; }
p { margin: 0 0 1rem; }
main > :last-child { margin-block-end: 0; }
ul { margin: 0 0 1.5rem; padding-inline-start: 1.25rem; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem; justify-content: end; margin: 0 0 1.25rem; }
button {
  min-block-size: 2.25rem;
  padding-inline: 1.125rem;
  border: 1px solid light-dark(#85858f, #74747f);
  border-radius: 7px;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
.primary { border-color: transparent; background: light-dark(#1f1f24, #ececf0); color: light-dark(#fff, #121214); }
:focus-visible { outline: 2px solid light-dark(#2f62e8, #86a8ff); outline-offset: 2px; }
`;
