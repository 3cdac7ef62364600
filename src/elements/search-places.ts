import type { en as passwordWords } from './change-password/en.js';
import type { en as inviteWords } from './invite-user/en.js';
import type { en as organizationWords } from './org-settings/en.js';
import type { PaneId } from './panes.js';
import type { en as profileWords } from './profile/en.js';
import type { en as usersWords } from './users/en.js';

/** What the search finds in a pane: the element whose words name a place, and the word's key, by place. */
interface Places {
  readonly pane: PaneId;
  readonly tag: `agni-${string}`;
  readonly keys: Readonly<Record<string, string>>;
}

/** Fields by their name, and parts of a pane by their tag without `agni-`, each with the key of its label. */
export const places: readonly Places[] = [
  {
    pane: 'organization',
    tag: 'agni-org-settings',
    keys: {
      name: 'name',
      website: 'website',
      allowed_email_domains: 'domains',
      region_id: 'region',
    } satisfies Record<string, keyof typeof organizationWords>,
  },
  {
    pane: 'profile',
    tag: 'agni-profile',
    keys: { first_name: 'firstName', last_name: 'lastName' } satisfies Record<string, keyof typeof profileWords>,
  },
  {
    pane: 'security',
    tag: 'agni-change-password',
    keys: {
      'change-password': 'heading',
      current_password: 'current',
      new_password: 'next',
    } satisfies Record<string, keyof typeof passwordWords>,
  },
  { pane: 'security', tag: 'agni-two-factor', keys: { 'two-factor': 'heading' } },
  { pane: 'security', tag: 'agni-sessions', keys: { sessions: 'heading' } },
  {
    pane: 'users',
    tag: 'agni-users',
    keys: { search: 'search', pending: 'pending', roles: 'roles' } satisfies Record<string, keyof typeof usersWords>,
  },
  {
    pane: 'invite-user',
    tag: 'agni-invite-user',
    keys: {
      email: 'email',
      first_name: 'firstName',
      last_name: 'lastName',
      role: 'role',
    } satisfies Record<string, keyof typeof inviteWords>,
  },
];
