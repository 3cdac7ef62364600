import type { AgniElement } from '../elements/base/agni-element.js';
import type { AgniPane } from '../elements/base/agni-pane.js';
import type { Kebab } from '../elements/base/hidden-fields.js';
import type { AgniAfterEvents, AgniBeforeEvents, AgniNavigationEvents, Waitable } from '../events.js';

// Adds the tags to HTMLElementTagNameMap, also for hosts that import only the components of their framework.
export type {} from '../context/agni-provider.js';
export type {} from '../elements/classes.js';

/** Tag of an element of the kit. */
export type AgniTag = Extract<keyof HTMLElementTagNameMap, `agni-${string}`>;

/** Events of the kit by name, as listeners on elements and their ancestors receive them. */
export type AgniEvents = {
  [Name in keyof AgniAfterEvents]: CustomEvent<AgniAfterEvents[Name]>;
} & { [Name in keyof AgniBeforeEvents]: CustomEvent<AgniBeforeEvents[Name] & Waitable> } & {
  [Name in keyof AgniNavigationEvents]: CustomEvent<AgniNavigationEvents[Name]>;
};

type Common = keyof AgniPane<never>;
type Chosen<Tag extends AgniTag> = Exclude<
  keyof HTMLElementTagNameMap[Tag],
  Common | 'search' | 'attributeChangedCallback'
>;

/** Names of all properties of elements that a host can set. */
export const propertyNames = [
  'authMode',
  'baseUrl',
  'cards',
  'checkPassword',
  'endpoints',
  'fetch',
  'filter',
  'getToken',
  'ghlStartUrl',
  'headers',
  'headingLevel',
  'hide',
  'href',
  'messages',
  'noHeading',
  'noRole',
  'orgId',
  'pane',
  'panes',
  'readonly',
  'routing',
  'signInUrl',
  'theme',
  'timeout',
  'userKey',
  'view',
] as const satisfies readonly (keyof AgniElement<never> | { [Tag in AgniTag]: Chosen<Tag> }[AgniTag])[];

type PropertyName = (typeof propertyNames)[number];

/** The properties of an element that a host can set. */
export type AgniProperties<Tag extends AgniTag> = {
  [Name in Extract<keyof HTMLElementTagNameMap[Tag], PropertyName>]?: HTMLElementTagNameMap[Tag][Name] | undefined;
};

/** The attributes of an element that a host can set: texts, numbers and booleans. */
export type AgniAttributes<Tag extends AgniTag> = {
  [Name in keyof AgniProperties<Tag> & string as NonNullable<AgniProperties<Tag>[Name]> extends
    | string
    | number
    | boolean
    ? Kebab<Name>
    : never]?: AgniProperties<Tag>[Name] | (NonNullable<AgniProperties<Tag>[Name]> extends number ? string : never);
};

/** Listeners as JSX and Svelte name them, such as `onagni-ready`. */
type Listeners = { [Name in keyof AgniEvents as `on${Name}`]?: ((event: AgniEvents[Name]) => void) | undefined };

type Camel<Name extends string> = Name extends `${infer Word}-${infer Rest}`
  ? `${Capitalize<Word>}${Camel<Rest>}`
  : Capitalize<Name>;

/** Listeners as React's components and Vue name them, such as `onAgniReady`. */
export type AgniHandlers = {
  [Name in keyof AgniEvents as `on${Camel<Name>}`]?: ((event: AgniEvents[Name]) => void) | undefined;
};

/** The elements as JSX takes them, in addition to the `Attributes` that a framework allows on every element. */
export type AgniElements<Attributes> = {
  [Tag in AgniTag]: Omit<Attributes, keyof AgniProperties<Tag>> & Listeners & AgniProperties<Tag> & AgniAttributes<Tag>;
};
