import type { StorybookConfig } from '@storybook/web-components-vite';

/** A built Storybook runs no tests, so it goes without the addon that shows them. */
const isBuilt = process.env.NODE_ENV === 'production';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/*.mdx', '../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', ...(isBuilt ? [] : ['@storybook/addon-vitest'])],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
