import type { Words } from '../../locales/locale.js';
import type { PaneEntry, PaneId } from '../panes.js';

/** English words of `<agni-settings>`. Keys in a host's messages: `settings.<key>`. */
export const en = {
  heading: 'Settings',
  search: 'Search settings',
  menu: 'Settings menu:',
  unsaved: 'Unsaved changes',
  checkUp: 'Security Check-up',

  'group.workspace': 'Organization & Profile',
  'group.access': 'Security & Access',
  'group.team': 'Team Management',
  'group.api': 'Integrations & API',
  'pane.organization': 'Organization',
  'pane.profile': 'Profile',
  'pane.security': 'Security',
  'pane.api-keys': 'API Keys',
  'pane.users': 'Users',
  'pane.invite-user': 'Invite User',
  'pane.integrations': 'Integrations',
  'pane.api-reference': 'API Reference',
} as const satisfies Record<`pane.${PaneId}` | `group.${PaneEntry['group']}`, string> & Words;
