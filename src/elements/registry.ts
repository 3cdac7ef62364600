/** An entry of {@link registry}. */
export interface ElementEntry {
  readonly tag: `agni-${string}`;
  /** Imports the element's class. */
  readonly load: () => Promise<CustomElementConstructor>;
  /** Tags of the elements that this element contains. */
  readonly parts?: readonly string[];
}

/**
 * All elements that show settings, for registration and the package's exports: the hub's panes, then the elements
 * inside panes. The hub and the provider are not in the list. The hub's navigation is in `panes.ts`.
 */
export const registry = [
  {
    tag: 'agni-org-settings',
    load: async () => (await import('./org-settings/agni-org-settings.js')).AgniOrgSettings,
  },
  {
    tag: 'agni-profile',
    load: async () => (await import('./profile/agni-profile.js')).AgniProfile,
  },
  {
    tag: 'agni-security',
    load: async () => (await import('./security/agni-security.js')).AgniSecurity,
    parts: ['agni-change-password', 'agni-two-factor', 'agni-sessions'],
  },
  {
    tag: 'agni-api-keys',
    load: async () => (await import('./api-keys/agni-api-keys.js')).AgniApiKeys,
  },
  {
    tag: 'agni-users',
    load: async () => (await import('./users/agni-users.js')).AgniUsers,
  },
  {
    tag: 'agni-invite-user',
    load: async () => (await import('./invite-user/agni-invite-user.js')).AgniInviteUser,
  },
  {
    tag: 'agni-integrations',
    load: async () => (await import('./integrations/agni-integrations.js')).AgniIntegrations,
    parts: ['agni-ghl', 'agni-calcom'],
  },
  {
    tag: 'agni-api-reference',
    load: async () => (await import('./api-reference/agni-api-reference.js')).AgniApiReference,
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

/** Tag of an element that shows settings. */
export type ElementTag = (typeof registry)[number]['tag'];
