import type { Phrase } from './locale.js';

/** The modules with the words of each prefix. */
interface Tables {
  shared:
    | typeof import('./en.js')
    | typeof import('./errors.en.js')
    | typeof import('./saving.en.js')
    | typeof import('../elements/base/permissions.en.js');
  apiKeys:
    | typeof import('../elements/api-keys/en.js')
    | typeof import('../elements/api-keys/dialogs.en.js')
    | typeof import('../elements/base/code-examples.en.js');
  apiReference:
    | typeof import('../elements/api-reference/en.js')
    | typeof import('../elements/base/code-examples.en.js');
  calcom:
    | typeof import('../elements/calcom/en.js')
    | typeof import('../elements/calcom/dialogs.en.js')
    | typeof import('../elements/calcom/tables.en.js')
    | typeof import('../elements/base/appointments.en.js');
  changePassword: typeof import('../elements/change-password/en.js');
  ghl:
    | typeof import('../elements/ghl/en.js')
    | typeof import('../elements/ghl/dialogs.en.js')
    | typeof import('../elements/ghl/tables.en.js')
    | typeof import('../elements/base/appointments.en.js');
  integrations: typeof import('../elements/integrations/en.js');
  invite:
    | typeof import('../elements/invite-user/en.js')
    | typeof import('../elements/invite-user/bulk-invitation.en.js')
    | typeof import('../elements/invite-user/invitation-form.en.js');
  organization: typeof import('../elements/org-settings/en.js');
  profile: typeof import('../elements/profile/en.js');
  security: typeof import('../elements/security/en.js');
  sessions: typeof import('../elements/sessions/en.js') | typeof import('../elements/sessions/dialogs.en.js');
  settings:
    | typeof import('../elements/settings/en.js')
    | typeof import('../elements/settings/check-up.en.js')
    | typeof import('../elements/settings/search.en.js');
  twoFactor: typeof import('../elements/two-factor/en.js') | typeof import('../elements/two-factor/dialogs.en.js');
  users:
    | typeof import('../elements/users/en.js')
    | typeof import('../elements/users/dialogs.en.js')
    | typeof import('../elements/users/pending-invitations.en.js');
}

type KeyOf<Module> = Module extends unknown
  ? { [Name in keyof Module]: keyof Module[Name] & string }[keyof Module]
  : never;

/** A key of a text on screen: the prefix of its element, or `shared`, and the key in the element's table of words. */
export type MessageKey = { [Prefix in keyof Tables]: `${Prefix}.${KeyOf<Tables[Prefix]>}` }[keyof Tables];

/** Keys for codes of errors and for permissions that only the server knows. */
type ServerKey = `shared.error.${string}` | `shared.permission.${string}`;

/** A host's own words by key, such as `profile.heading`. What is left out stays English. */
export type Messages = { readonly [Key in MessageKey]?: Phrase } & { readonly [Key in ServerKey]: Phrase };
