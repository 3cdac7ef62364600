/// <reference types="vite/client" />
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { createElement, lazy, Suspense } from 'react';
import { escapedText } from './escaped-text.js';
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

/** Loaded with the first docs page, because what it is made of is a third of what Storybook loads. */
const DocsPage = lazy(() => import('./docs-page.mdx'));
const docsPage = () => createElement(Suspense, { fallback: null }, createElement(DocsPage));

/** A menu of the toolbar. Each item is named so that it says by itself what is chosen. */
const tool = (title: string, icon: string, description: string, items: Record<string, string>) => ({
  description,
  toolbar: {
    title,
    icon: icon as never,
    items: Object.entries(items).map(([value, title]) => ({ value, title })),
    dynamicTitle: true,
  },
});

/** The packs of words, by language; importing one registers it. Each language that has one is in the toolbar. */
const packs: Record<string, () => Promise<unknown>> = {
  ...Object.fromEntries(
    Object.entries(import.meta.glob(['../src/locales/??.ts', '../src/locales/??-??.ts', '!../src/locales/en.ts'])).map(
      ([path, load]) => [path.replace(/^.*\/|\.ts$/g, ''), load],
    ),
  ),
  'en-XA': async () => (await import('./pseudo-locale.js')).registerPseudoLocale(),
};
const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const languages = ['en', 'en-GB', 'en-IN', ...Object.keys(packs)];

/** Tags of axe's rules, which together select all but those of level AAA. */
const axeTags = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  ...['best-practice', 'experimental'],
];

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    scheme: tool('Scheme', 'mirror', 'Light or dark; Auto is that of your system', {
      auto: 'Auto',
      light: 'Light',
      dark: 'Dark',
    }),
    theme: tool('Theme', 'paintbrush', 'A ready theme of the package', {
      none: 'No theme',
      ...Object.fromEntries(themeNames.map((name) => [name, `Theme ${name}`])),
    }),
    density: tool('Density', 'menu', 'Height of rows and distances', { cozy: 'Cozy', compact: 'Compact' }),
    width: tool('Width', 'ruler', 'Room that the host page leaves', {
      full: 'Full width',
      ...Object.fromEntries(['320', '390', '768', '1280'].map((width) => [width, `${width} px`])),
    }),
    dir: tool('Direction', 'transfer', 'Writing direction around the elements', {
      ltr: 'LTR',
      rtl: 'RTL',
    }),
    lang: tool(
      'Language',
      'globe',
      'Language around the elements',
      Object.fromEntries(languages.map((lang) => [lang, languageNames.of(lang) ?? lang])),
    ),
    role: tool('Role', 'user', 'Role of the signed-in user', { OWNER: 'Owner', ADMIN: 'Admin', MEMBER: 'Member' }),
    network: tool('Network', 'lightning', 'Network between the elements and their server', {
      fast: 'Online',
      slow: 'Slow',
      failing: 'Failing server',
      offline: 'Offline',
    }),
    motion: tool('Motion', 'play', 'Whether menus, dialogs and messages move', { full: 'Motion', none: 'No motion' }),
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
  loaders: [({ globals: { lang } }) => packs[lang]?.()],
  decorators: [
    (story, { globals: { scheme, theme, density, width, dir, lang, motion } }) => {
      themeSheet.replaceSync(themes[`../src/themes/${theme}.css`] ?? '');
      const applyTokens = (frame?: Element) => {
        if (!(frame instanceof HTMLElement)) return;
        frame.style.setProperty('--agni-density', density);
        if (motion === 'none') frame.style.setProperty('--agni-motion', '0s');
        else frame.style.removeProperty('--agni-motion');
        // The story inside is rendered after its frame.
        queueMicrotask(() => frame.querySelector('agni-provider')?.setAttribute('theme', scheme));
      };
      return html`
        <div class="stage agni-theme" lang=${lang} dir=${dir} data-scheme=${scheme} data-width=${width} ${ref(applyTokens)}>
          ${story()}
        </div>
      `;
    },
  ],
  afterEach: async ({ canvasElement }) => {
    if (import.meta.env.MODE !== 'test') return;
    const escaped = await escapedText(canvasElement);
    if (escaped.length) throw new Error(`Not from a table of words, or data without isolation:\n${escaped.join('\n')}`);
  },
  parameters: {
    // Every rule but those of level AAA, the experimental ones too. The IBM engine and the dark scheme: npm run test:long.
    // A run of tests reads violations alone: to describe all that passes takes longer than to check it.
    a11y: {
      test: 'error',
      options: {
        runOnly: axeTags,
        ...(import.meta.env.MODE === 'test' ? { reporter: 'no-passes' as const } : {}),
      },
    },
    layout: 'fullscreen',
    // Attributes only: the manifest's events, slots, parts and tokens are documented, and no control changes them.
    controls: { include: ['heading-level', 'no-heading', 'readonly', 'pane', 'panes', 'routing', 'no-role', 'view'] },
    docs: { page: docsPage },
    // Of Storybook's own tools, those that reach nothing in a shadow root or behind a pane; and panels without content.
    ...Object.fromEntries(
      ['actions', 'backgrounds', 'interactions', 'measure', 'outline'].map((name) => [name, { disable: true }]),
    ),
    options: {
      // Read by Storybook without running this file. The panes are in the order of the hub's navigation, each followed by
      // the elements that it is made of.
      storySort: {
        order: [
          'Start',
          'Foundations', // Storybook loads the neighbours of what is open ahead: a small one follows the start
          ['Colors', 'Theme studio', 'Parts', 'Tokens', 'Voice'],
          'Panes',
          [
            'Settings',
            'Organization',
            'Profile',
            'Security',
            'Change Password',
            'Two-Factor',
            'Sessions',
            'API keys',
            'Users',
            'Invite user',
            'Integrations',
            'GoHighLevel',
            'Cal.com',
            'API reference',
          ],
        ],
      },
    },
  },
};

export default preview;
