import type { IconName } from '../registry.js';

/** Outlines of the icons of the panes in the navigation, see `ui/icon.ts`; `page` is the one of a host's own pane. */
export const paneIcons: Readonly<Record<IconName | 'page', string>> = {
  building: 'M3 14V2h6.5v12M9.5 6H13v8M1.5 14h13M5.3 5h2M5.3 8h2M5.3 11h2',
  user: 'M8 2.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM2.5 14a5.5 5.5 0 0 1 11 0',
  shield: 'M8 1.8 13 3.6v4c0 3.2-2.1 5.6-5 6.6-2.9-1-5-3.4-5-6.6v-4zM5.8 8l1.6 1.6 2.9-3',
  key: 'M8.3 7.7 13.5 2.5M11.3 4.7l2 2M5.5 7.2a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4z',
  users:
    'M6 2.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM1.2 13.8a4.8 4.8 0 0 1 9.6 0M10.8 2.6a2.6 2.6 0 0 1 0 4.8M12 9.4a4.8 4.8 0 0 1 2.8 4.4',
  'user-plus': 'M6.2 2.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM1.2 13.8a5 5 0 0 1 10 0M13 4.6v4.8M10.6 7h4.8',
  plug: 'M5.5 1.8v3M10.5 1.8v3M3.2 4.8h9.6v2.4a4.8 4.8 0 0 1-9.6 0zM8 12v2.4',
  code: 'M4.8 4.2 1.4 8l3.4 3.8M11.2 4.2 14.6 8l-3.4 3.8M9.4 2.6 6.6 13.4',
  page: 'M3.5 2h9v12h-9zM6 5.5h4M6 8h4M6 10.5h2',
};
