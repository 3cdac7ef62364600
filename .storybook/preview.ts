/// <reference types="vite/client" />
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import './preview.css';

// Attributes, events, slots, parts and custom properties on the docs pages are those of the published manifest.
// A glob, because the manifest is built: stories run as tests without it.
for (const manifest of Object.values(
  import.meta.glob('../dist/custom-elements.json', { eager: true, import: 'default' }),
)) {
  setCustomElementsManifest(manifest);
}

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: {
      description: 'Theme of the provider; a story that names its own keeps it on auto',
      toolbar: { title: 'Theme', icon: 'mirror', items: ['auto', 'light', 'dark'], dynamicTitle: true },
    },
    lang: {
      description: 'Language around the provider',
      toolbar: { title: 'Language', icon: 'globe', items: ['en', 'de', 'ar'], dynamicTitle: true },
    },
    dir: {
      description: 'Writing direction around the provider',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    width: {
      description: 'Room the host page leaves, in pixels',
      toolbar: { title: 'Width', icon: 'ruler', items: ['full', '320', '768', '1200'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'auto', lang: 'en', dir: 'ltr', width: 'full' },
  decorators: [
    (story, { globals: { theme, lang, dir, width } }) => {
      const passThemeOn = (stage?: Element) => {
        if (!stage || theme === 'auto') return;
        // The story inside is rendered after its stage.
        queueMicrotask(() => stage.querySelector('agni-provider')?.setAttribute('theme', theme));
      };
      return html`
        <div class="stage" lang=${lang} dir=${dir} data-theme=${theme} data-width=${width} ${ref(passThemeOn)}>
          ${story()}
        </div>
      `;
    },
  ],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    controls: { expanded: true },
  },
};

export default preview;
