import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

// The fonts of the system, so that none is loaded.
const fonts = { fontBase: 'system-ui, sans-serif', fontCode: 'ui-monospace, monospace' };

addons.setConfig({ theme: create({ base: 'light', brandTitle: 'Agni Settings', ...fonts }) });
