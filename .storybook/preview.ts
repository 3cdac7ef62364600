/// <reference types="vite/client" />
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import DocsPage from './docs-page.mdx';
import './preview.css';

// Attributes, events, slots, parts and custom properties on the docs pages are those of the published manifest.
// A glob, because the manifest is built: stories run as tests without it.
for (const manifest of Object.values(
  import.meta.glob('../dist/custom-elements.json', { eager: true, import: 'default' }),
)) {
  setCustomElementsManifest(manifest);
}

const themes = import.meta.glob<string>('../src/themes/*.css', { eager: true, query: '?raw', import: 'default' });
const themeNames = Object.keys(themes).map((path) => path.replace(/^.*\/|\.css$/g, ''));
const themeSheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(themeSheet);

/** An item of the toolbar. */
const tool = (title: string, icon: string, description: string, items: readonly string[]) => ({
  description,
  toolbar: { title, icon: icon as never, items: [...items], dynamicTitle: true },
});

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    scheme: tool('Scheme', 'mirror', 'Color scheme; a story that names its own keeps it on auto', [
      'auto',
      'light',
      'dark',
    ]),
    theme: tool('Theme', 'paintbrush', 'A ready theme of the package', ['none', ...themeNames]),
    density: tool('Density', 'menu', 'Height of rows and distances', ['cozy', 'compact']),
    width: tool('Width', 'ruler', 'Room the host page leaves, in pixels', ['full', '320', '390', '768', '1280']),
    dir: tool('Direction', 'transfer', 'Writing direction around the provider', ['ltr', 'rtl']),
    lang: tool('Language', 'globe', 'Language around the provider', ['en', 'en-IN', 'en-GB']),
    role: tool('Role', 'user', 'Role of the signed-in user', ['OWNER', 'ADMIN', 'MEMBER']),
    network: tool('Network', 'lightning', 'Network between the pane and its server', [
      'fast',
      'slow',
      'failing',
      'offline',
    ]),
    motion: tool('Motion', 'play', 'Whether menus, dialogs and messages move', ['full', 'none']),
  },
  initialGlobals: {
    scheme: 'auto',
    theme: 'none',
    density: 'cozy',
    width: 'full',
    dir: 'ltr',
    lang: 'en',
    role: 'OWNER',
    network: 'fast',
    motion: 'full',
  },
  decorators: [
    (story, { globals: { scheme, theme, density, width, dir, lang, motion } }) => {
      themeSheet.replaceSync(themes[`../src/themes/${theme}.css`] ?? '');
      const applyTokens = (frame?: Element) => {
        if (!(frame instanceof HTMLElement)) return;
        frame.style.setProperty('--agni-density', density);
        if (motion === 'none') frame.style.setProperty('--agni-motion', '0s');
        else frame.style.removeProperty('--agni-motion');
        // The story inside is rendered after its frame.
        if (scheme !== 'auto')
          queueMicrotask(() => frame.querySelector('agni-provider')?.setAttribute('theme', scheme));
      };
      return html`
        <div class="stage" lang=${lang} dir=${dir} data-scheme=${scheme} data-width=${width} ${ref(applyTokens)}>
          ${story()}
        </div>
      `;
    },
  ],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    // Attributes only: the manifest's events, slots, parts and tokens are documented, and no control changes them.
    controls: { include: ['heading-level', 'no-heading', 'readonly', 'pane', 'panes', 'routing', 'no-role', 'hide'] },
    docs: { page: DocsPage },
    options: {
      storySort: { order: ['Start', 'Foundations', 'Theme studio', 'Panes', ['Settings', 'Organization', 'Profile']] },
    },
  },
};

export default preview;
