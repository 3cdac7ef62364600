import type { Outline } from '../ui/icon.js';
import type { ElementTag } from './registry.js';

/** A pane as the hub lists it. Its words are `pane.<id>` and `group.<group>`. */
export interface PaneEntry {
  readonly tag: ElementTag;
  readonly group: 'workspace' | 'access' | 'team' | 'api';
  readonly icon: Outline;
  /** Operations that the pane depends on. The hub leaves the pane out if the host switched off all of them. */
  readonly operations?: readonly string[];
}

/** The hub's panes by id, in the order of the navigation. */
const entries = {
  organization: {
    tag: 'agni-org-settings',
    group: 'workspace',
    icon: 'M3 14V2h6.5v12M9.5 6H13v8M1.5 14h13M5.3 5h2M5.3 8h2M5.3 11h2',
  },
  profile: {
    tag: 'agni-profile',
    group: 'workspace',
    icon: 'M8 2.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM2.5 14a5.5 5.5 0 0 1 11 0',
    operations: ['getCurrentUser'],
  },
  security: {
    tag: 'agni-security',
    group: 'access',
    icon: 'M8 1.8 13 3.6v4c0 3.2-2.1 5.6-5 6.6-2.9-1-5-3.4-5-6.6v-4zM5.8 8l1.6 1.6 2.9-3',
    operations: ['changePassword', 'getTwoFactor', 'listSessions'],
  },
  'api-keys': {
    tag: 'agni-api-keys',
    group: 'access',
    icon: 'M8.3 7.7 13.5 2.5M11.3 4.7l2 2M5.5 7.2a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4z',
    operations: ['listApiKeys'],
  },
  users: {
    tag: 'agni-users',
    group: 'team',
    icon: 'M6 2.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM1.2 13.8a4.8 4.8 0 0 1 9.6 0M10.8 2.6a2.6 2.6 0 0 1 0 4.8M12 9.4a4.8 4.8 0 0 1 2.8 4.4',
    operations: ['listUsers', 'listInvitations'],
  },
  'invite-user': {
    tag: 'agni-invite-user',
    group: 'team',
    icon: 'M6.2 2.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM1.2 13.8a5 5 0 0 1 10 0M13 4.6v4.8M10.6 7h4.8',
    operations: ['inviteUser'],
  },
  integrations: {
    tag: 'agni-integrations',
    group: 'api',
    icon: 'M5.5 1.8v3M10.5 1.8v3M3.2 4.8h9.6v2.4a4.8 4.8 0 0 1-9.6 0zM8 12v2.4',
  },
  'api-reference': {
    tag: 'agni-api-reference',
    group: 'api',
    icon: 'M4.8 4.2 1.4 8l3.4 3.8M11.2 4.2 14.6 8l-3.4 3.8M9.4 2.6 6.6 13.4',
  },
} satisfies Record<string, PaneEntry>;

/** Id of a pane of the kit, as in the hub's `pane` and `panes`. */
export type PaneId = keyof typeof entries;

/** The entries of the hub's panes, by id. */
export const panes: ReadonlyMap<string, PaneEntry> = new Map(Object.entries(entries));
