import type { IconName } from './icon.js';

/** A pane of the kit as the hub lists it. Its words are `pane.<id>` and `group.<group>`. */
interface PaneEntry {
  readonly tag: string;
  readonly group: 'workspace' | 'access' | 'team' | 'api';
  readonly icon: IconName;
  /** Operations it's about; one that a host switched off all of isn't listed. Without any it always is. */
  readonly operations?: readonly string[];
}

/** Every pane of the kit by its id, in the order they are listed. */
export const paneEntries = {
  organization: { tag: 'agni-org-settings', group: 'workspace', icon: 'building' },
  profile: { tag: 'agni-profile', group: 'workspace', icon: 'user', operations: ['getCurrentUser'] },
  security: {
    tag: 'agni-security',
    group: 'access',
    icon: 'shield',
    operations: ['changePassword', 'getTwoFactor', 'listSessions'],
  },
  'api-keys': { tag: 'agni-api-keys', group: 'access', icon: 'key', operations: ['listApiKeys'] },
  users: { tag: 'agni-users', group: 'team', icon: 'users', operations: ['listUsers', 'listInvitations'] },
  'invite-user': { tag: 'agni-invite-user', group: 'team', icon: 'user-plus', operations: ['inviteUser'] },
  integrations: { tag: 'agni-integrations', group: 'api', icon: 'plug' },
  'api-reference': { tag: 'agni-api-reference', group: 'api', icon: 'code' },
} as const satisfies Record<string, PaneEntry>;

export type PaneId = keyof typeof paneEntries;

/** A place in the navigation: a pane of the kit, or one of the host's own, which has no tag. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** What stands above it; empty for the host's own. */
  readonly group: string;
  readonly tag: string | undefined;
}

/** Whether an id is that of a pane of the kit. */
export function isPaneId(id: string): id is PaneId {
  return Object.hasOwn(paneEntries, id);
}

/** Whether a host left on at least one of the operations that a pane is about. */
export function isOffered(id: PaneId, offers: (operation: string) => boolean): boolean {
  const { operations }: PaneEntry = paneEntries[id];
  return !operations || operations.some(offers);
}

/** Entries in groups, in the order of each group's first entry. */
export function grouped(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return groups;
}
