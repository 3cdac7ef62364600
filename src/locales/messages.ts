import type { Phrase } from './locale.js';

/** The modules with the words of each prefix. */
interface Tables {
  shared:
    | typeof import('./en.js')
    | typeof import('./errors.en.js')
    | typeof import('./saving.en.js')
    | typeof import('../elements/base/permissions.en.js');
  apiKeys: typeof import('../elements/api-keys/en.js') | typeof import('../elements/api-keys/dialogs.en.js');
  apiReference: typeof import('../elements/api-reference/en.js');
  appointments: typeof import('../elements/base/appointments.en.js');
  calcom:
    | typeof import('../elements/calcom/en.js')
    | typeof import('../elements/calcom/dialogs.en.js')
    | typeof import('../elements/calcom/tables.en.js');
  changePassword: typeof import('../elements/change-password/en.js');
  examples: typeof import('../elements/base/code-examples.en.js');
  ghl:
    | typeof import('../elements/ghl/en.js')
    | typeof import('../elements/ghl/dialogs.en.js')
    | typeof import('../elements/ghl/tables.en.js');
  integrations: typeof import('../elements/integrations/en.js');
  invite:
    | typeof import('../elements/invite-user/en.js')
    | typeof import('../elements/invite-user/bulk-invitation.en.js')
    | typeof import('../elements/invite-user/invitation-form.en.js');
  organization:
    | typeof import('../elements/org-settings/en.js')
    | typeof import('../elements/org-settings/organization-form.en.js');
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

type TableOf<Module> = Module extends unknown ? Module[keyof Module] : never;
type KeyOf<Table> = Table extends unknown ? keyof Table & string : never;
type ValueOf<Table, Key> = Table extends { readonly [K in Key & string]: infer Value } ? Value : never;

/** The English words of every prefix, by key. */
export type English = {
  readonly [Prefix in keyof Tables]: {
    readonly [Key in KeyOf<TableOf<Tables[Prefix]>>]: ValueOf<TableOf<Tables[Prefix]>, Key>;
  };
};

/** A key of a text on screen: the prefix of its element, or `shared`, and the key in the element's table of words. */
export type MessageKey = { [Prefix in keyof English]: `${Prefix}.${keyof English[Prefix] & string}` }[keyof English];

/** Keys for error codes and permissions that only the server defines. */
type ServerKey = `shared.error.${string}` | `shared.permission.${string}`;

/** A host's own words by key, such as `profile.heading`. Other keys keep the kit's words. */
export type Messages = { readonly [Key in MessageKey]?: Phrase } & { readonly [Key in ServerKey]: Phrase };

type Letter =
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'e'
  | 'f'
  | 'g'
  | 'h'
  | 'i'
  | 'j'
  | 'k'
  | 'l'
  | 'm'
  | 'n'
  | 'o'
  | 'p'
  | 'q'
  | 'r'
  | 's'
  | 't'
  | 'u'
  | 'v'
  | 'w'
  | 'x'
  | 'y'
  | 'z';

/** The language tags that a host can use. Index signatures with a pattern would accept misspelled keys as tags. */
type LanguageTag = `${Letter}${Letter}` | `en-${'GB' | 'IN' | 'US'}` | `pt-${'BR' | 'PT'}` | `zh-${'CN' | 'TW'}`;

/** A host's own words for every language, and for single ones, such as `{ de: { 'profile.heading': 'Konto' } }`. */
export type HostMessages = Messages & { readonly [Tag in LanguageTag]?: Messages };
