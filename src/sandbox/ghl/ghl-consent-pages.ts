import { html } from 'hono/html';
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

/** `publicPath` is the path under which browsers see the server. */
function page(title: string, publicPath: string, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
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

/** Asks whether Agni may use a location. `email` is the signed-in user's. */
export function consentPage(asked: {
  state: string;
  organization: string;
  email: string | undefined;
  publicPath: string;
}): Markup {
  const actionUrl = (answer: string) =>
    `${asked.publicPath}/ghl/consent/${answer}?state=${encodeURIComponent(asked.state)}`;
  return page(
    'Allow access · GoHighLevel',
    asked.publicPath,
    html`<p class="brand">GoHighLevel <span>sandbox</span></p>
      <h1>Allow Agni to access your location?</h1>
      <p>
        Workspace: <strong><bdi>${asked.organization}</bdi></strong
        >${asked.email ? html`. Signed in as <strong><bdi>${asked.email}</bdi></strong>` : ''}. Its agents will be able to:
      </p>
      <ul>
        <li>see calendars and available times</li>
        <li>book, move and cancel appointments</li>
        <li>see the contacts of these appointments</li>
      </ul>
      <form method="post" action="${actionUrl('deny')}">
        <button>Deny</button>
        <button class="primary" formaction="${actionUrl('allow')}">Allow</button>
      </form>
      <p class="note">You can disconnect at any time, here or in Agni's settings.</p>`,
  );
}

const outcomes: Record<ConsentOutcome, [heading: string, text: string]> = {
  connected: ['GoHighLevel is connected', 'You can close this window. Agni shows the connection in a moment.'],
  denied: ['Access was denied', 'Nothing was connected. Close this window. To try again, connect from Agni.'],
  failed: [
    'This request is no longer valid',
    'It was already answered, has expired or belongs to another user. Close this window and connect again from Agni.',
  ],
};

/** Shows the outcome. */
export function outcomePage(outcome: ConsentOutcome, publicPath: string): Markup {
  const [heading, text] = outcomes[outcome];
  return page(
    heading,
    publicPath,
    html`<p class="brand">Agni</p>
      <h1>${heading}</h1>
      <p>${text}</p>`,
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
