/**
 * Every element that shows settings: the one list that registration, the hub's navigation, the demo's titles and the
 * package's exports follow. The hub and the provider are not in it: they load the others.
 */
export interface ElementEntry {
  readonly tag: `agni-${string}`;
  /** Imports the element's class. */
  readonly load: () => Promise<CustomElementConstructor>;
  /** Tags of the elements that this one is made of. */
  readonly parts?: readonly string[];
  /** How the hub lists the element, if it is one of its panes. */
  readonly pane?: PaneEntry;
}

/** A pane as the hub lists it. Its words are `pane.<id>` and `group.<group>`. */
export interface PaneEntry {
  readonly id: string;
  readonly group: 'workspace' | 'access' | 'team' | 'api';
  readonly icon: IconName;
  /** Operations the pane is about. The hub leaves out a pane whose host switched off all of them. */
  readonly operations?: readonly string[];
}

export type IconName = 'building' | 'user' | 'shield' | 'key' | 'users' | 'user-plus' | 'plug' | 'code';

/** In the order of the hub's navigation; elements that are not panes come last. */
export const registry = [
  {
    tag: 'agni-org-settings',
    load: async () => (await import('./org-settings/agni-org-settings.js')).AgniOrgSettings,
    pane: { id: 'organization', group: 'workspace', icon: 'building' },
  },
  {
    tag: 'agni-profile',
    load: async () => (await import('./profile/agni-profile.js')).AgniProfile,
    pane: { id: 'profile', group: 'workspace', icon: 'user', operations: ['getCurrentUser'] },
  },
  {
    tag: 'agni-security',
    load: async () => (await import('./security/agni-security.js')).AgniSecurity,
    parts: ['agni-change-password', 'agni-two-factor', 'agni-sessions'],
    pane: {
      id: 'security',
      group: 'access',
      icon: 'shield',
      operations: ['changePassword', 'getTwoFactor', 'listSessions'],
    },
  },
  {
    tag: 'agni-api-keys',
    load: async () => (await import('./api-keys/agni-api-keys.js')).AgniApiKeys,
    pane: { id: 'api-keys', group: 'access', icon: 'key', operations: ['listApiKeys'] },
  },
  {
    tag: 'agni-users',
    load: async () => (await import('./users/agni-users.js')).AgniUsers,
    pane: { id: 'users', group: 'team', icon: 'users', operations: ['listUsers', 'listInvitations'] },
  },
  {
    tag: 'agni-invite-user',
    load: async () => (await import('./invite-user/agni-invite-user.js')).AgniInviteUser,
    pane: { id: 'invite-user', group: 'team', icon: 'user-plus', operations: ['inviteUser'] },
  },
  {
    tag: 'agni-integrations',
    load: async () => (await import('./integrations/agni-integrations.js')).AgniIntegrations,
    parts: ['agni-ghl', 'agni-calcom'],
    pane: { id: 'integrations', group: 'api', icon: 'plug' },
  },
  {
    tag: 'agni-api-reference',
    load: async () => (await import('./api-reference/agni-api-reference.js')).AgniApiReference,
    pane: { id: 'api-reference', group: 'api', icon: 'code' },
  },
  {
    tag: 'agni-change-password',
    load: async () => (await import('./change-password/agni-change-password.js')).AgniChangePassword,
  },
  { tag: 'agni-two-factor', load: async () => (await import('./two-factor/agni-two-factor.js')).AgniTwoFactor },
  { tag: 'agni-sessions', load: async () => (await import('./sessions/agni-sessions.js')).AgniSessions },
  { tag: 'agni-ghl', load: async () => (await import('./ghl/agni-ghl.js')).AgniGhl },
  { tag: 'agni-calcom', load: async () => (await import('./calcom/agni-calcom.js')).AgniCalcom },
] as const satisfies readonly ElementEntry[];

type Entries = (typeof registry)[number];

/** Id of a pane of the kit, as in the hub's `pane` and `panes`. */
export type PaneId = Extract<Entries, { readonly pane: PaneEntry }>['pane']['id'];

/** The entries of the hub's panes, by id. */
export const panes: ReadonlyMap<string, PaneEntry & Pick<ElementEntry, 'tag'>> = new Map(
  registry.flatMap((entry: ElementEntry) => (entry.pane ? [[entry.pane.id, { ...entry.pane, tag: entry.tag }]] : [])),
);
