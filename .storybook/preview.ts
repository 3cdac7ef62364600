import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json' with { type: 'json' };

// Attributes, events, slots, parts and custom properties on the docs pages are those of the published manifest.
setCustomElementsManifest(manifest);

const widths = ['320', '768', '1200'];

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: {
      description: 'Theme of the provider',
      toolbar: { title: 'Theme', icon: 'mirror', items: ['auto', 'light', 'dark'], dynamicTitle: true },
    },
    lang: {
      description: 'Language',
      toolbar: { title: 'Language', icon: 'globe', items: ['en'], dynamicTitle: true },
    },
    dir: {
      description: 'Writing direction',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    width: {
      description: 'Width of the host element, in pixels',
      toolbar: { title: 'Width', icon: 'ruler', items: ['full', ...widths], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'auto', lang: 'en', dir: 'ltr', width: 'full' },
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    controls: { expanded: true },
  },
};

export default preview;
