/// <reference types="vite/client" />
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

// A story instead of a docs page: the code for docs pages is a third of the code that Storybook loads.
const meta: Meta = { title: 'Start', tags: ['!autodocs'], parameters: { controls: { disable: true } } };
export default meta;

const link = (path: string, text: string) => html`<a href="?path=/${path}" target="_top">${text}</a>`;

export const Start: StoryObj = {
  // axe loads only when the user runs it in the panel; tests check this story like any other.
  globals: import.meta.env.MODE === 'test' ? {} : { a11y: { manual: true } },
  render: () => html`<main class="start">
    <h1>Agni Settings</h1>
    <p>
      Custom elements for the workspace settings of Agni: organization, profile, security, API keys, users, invitations
      and integrations. Every story runs on a sandbox in this page: nothing is sent anywhere, and nothing you change is
      kept.
    </p>
    <ul>
      <li>${link('story/panes-settings--organization', 'Settings')}: the whole, with navigation and search.</li>
      <li>
        <b>Panes</b>, in the list on the left, in every state: loading, empty, refused, offline, with dialogs and errors.
        Each has a page “Docs” with its attributes and its list of states.
      </li>
      <li>
        ${link('story/foundations-theme-studio--studio', 'Theme studio')}: your brand color, radius, density and font, as CSS to
        copy.
      </li>
      <li>
        Foundations: ${link('docs/foundations-tokens--docs', 'tokens')},
        ${link('story/foundations-colors--derived', 'colors')} with their contrast,
        ${link('story/foundations-parts--outlined', 'parts')} on a live map,
        ${link('docs/foundations-voice--docs', 'voice')}.
      </li>
    </ul>
    <h2>The toolbar</h2>
    <p>Each menu changes every story, and shows what is chosen:</p>
    <dl>
      <dt>Scheme</dt>
      <dd>Light or dark. By default that of your system.</dd>
      <dt>Theme</dt>
      <dd>One of the ready themes of <code>agni-settings/themes/</code>.</dd>
      <dt>Density</dt>
      <dd>Height of rows, and distances.</dd>
      <dt>Width</dt>
      <dd>The room that a host page leaves.</dd>
      <dt>Direction, Language</dt>
      <dd>Writing direction and language around the elements.</dd>
      <dt>Role</dt>
      <dd>What the signed-in user may do.</dd>
      <dt>Network</dt>
      <dd>Fast, slow (2 s an answer), a server that fails, or none.</dd>
      <dt>Motion</dt>
      <dd>Whether menus, dialogs and messages move.</dd>
    </dl>
    <p>
      The attributes of an element are under “Controls”, below its story. No page can switch on forced colors or the
      reduced motion of your system: use “Rendering” in the developer tools of your browser.
    </p>
  </main>`,
};
