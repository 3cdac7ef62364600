'use client';

import {
  createElement,
  type ForwardRefExoticComponent,
  forwardRef,
  type HTMLAttributes,
  type RefAttributes,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { load } from '../define/load.js';
import { type AgniElements, type AgniHandlers, type AgniProperties, type AgniTag, propertyNames } from './elements.js';

/** Props of an element's component: its properties, a handler for each event, and the props of every HTML element. */
export type AgniProps<Tag extends AgniTag> = AgniProperties<Tag> &
  AgniHandlers &
  Omit<HTMLAttributes<HTMLElementTagNameMap[Tag]>, keyof AgniProperties<Tag>>;

type Component<Tag extends AgniTag> = ForwardRefExoticComponent<
  AgniProps<Tag> & RefAttributes<HTMLElementTagNameMap[Tag]>
>;
type Values = Record<string, unknown>;
type Listener = (event: Event) => void;

const isProperty = (name: string): boolean => (propertyNames as readonly string[]).includes(name);
const isHandler = (name: string): boolean => /^onAgni[A-Z]/.test(name);

/** Converts `onAgniApiKeyCreated` to `agni-api-key-created`. */
const eventName = (handler: string): string =>
  handler.slice('on'.length).replace(/[A-Z]/g, (letter, index) => `${index ? '-' : ''}${letter.toLowerCase()}`);

/** Converts `className` and booleans, which React 18 writes to custom elements unchanged. */
function attributesOf(props: Values): Values {
  const attributes = Object.entries(props).filter(([name]) => !isProperty(name) && !isHandler(name));
  return Object.fromEntries(
    attributes.map(([name, value]) => {
      if (name === 'className') return ['class', value];
      return typeof value === 'boolean' && !/^(?:aria-|data-|suppress)/.test(name)
        ? [name, value ? '' : undefined]
        : [name, value];
    }),
  );
}

/** Sets the properties that changed. A property that the new props leave out gets the element's default. */
function setProperties(element: Element, before: Values, now: Values): void {
  for (const name of propertyNames) {
    if (Object.is(before[name], now[name])) continue;
    const { [name]: value = (document.createElement(element.localName) as unknown as Values)[name] } = now;
    (element as unknown as Values)[name] = value;
  }
}

// React warns about layout effects on a server.
const useClientEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * A component that renders an element and loads it when it is first shown. Properties and listeners are set in a layout
 * effect: while hydrating a server-rendered page, React leaves out properties that it can't write as attributes.
 */
function component<Tag extends AgniTag>(tag: Tag): Component<Tag> {
  const Rendered = forwardRef<HTMLElementTagNameMap[Tag], Values>((props, ref) => {
    const element = useRef<HTMLElementTagNameMap[Tag]>(null);
    const applied = useRef<Values>({});
    const listeners = useRef(new Map<string, Listener>());
    useImperativeHandle(ref, () => element.current as HTMLElementTagNameMap[Tag]);
    useClientEffect(() => void load(tag), []);
    useClientEffect(() => {
      const { current } = element;
      if (!current) return;
      setProperties(current, applied.current, props);
      applied.current = props;
      for (const name of Object.keys(props).filter((key) => isHandler(key) && !listeners.current.has(key))) {
        const listener: Listener = (event) => (applied.current[name] as Listener | undefined)?.(event);
        listeners.current.set(name, listener);
        current.addEventListener(eventName(name), listener);
      }
    });
    return createElement(tag, { ...attributesOf(props), ref: element });
  });
  Rendered.displayName = tag;
  return Rendered as unknown as Component<Tag>;
}

/** `<agni-provider>` as a component. */
export const AgniProvider: Component<'agni-provider'> = /* @__PURE__ */ component('agni-provider');
/** `<agni-api-keys>` as a component. */
export const AgniApiKeys: Component<'agni-api-keys'> = /* @__PURE__ */ component('agni-api-keys');
/** `<agni-api-reference>` as a component. */
export const AgniApiReference: Component<'agni-api-reference'> = /* @__PURE__ */ component('agni-api-reference');
/** `<agni-calcom>` as a component. */
export const AgniCalcom: Component<'agni-calcom'> = /* @__PURE__ */ component('agni-calcom');
/** `<agni-change-password>` as a component. */
export const AgniChangePassword: Component<'agni-change-password'> = /* @__PURE__ */ component('agni-change-password');
/** `<agni-ghl>` as a component. */
export const AgniGhl: Component<'agni-ghl'> = /* @__PURE__ */ component('agni-ghl');
/** `<agni-integrations>` as a component. */
export const AgniIntegrations: Component<'agni-integrations'> = /* @__PURE__ */ component('agni-integrations');
/** `<agni-invite-user>` as a component. */
export const AgniInviteUser: Component<'agni-invite-user'> = /* @__PURE__ */ component('agni-invite-user');
/** `<agni-org-settings>` as a component. */
export const AgniOrgSettings: Component<'agni-org-settings'> = /* @__PURE__ */ component('agni-org-settings');
/** `<agni-profile>` as a component. */
export const AgniProfile: Component<'agni-profile'> = /* @__PURE__ */ component('agni-profile');
/** `<agni-security>` as a component. */
export const AgniSecurity: Component<'agni-security'> = /* @__PURE__ */ component('agni-security');
/** `<agni-sessions>` as a component. */
export const AgniSessions: Component<'agni-sessions'> = /* @__PURE__ */ component('agni-sessions');
/** `<agni-settings>` as a component. */
export const AgniSettings: Component<'agni-settings'> = /* @__PURE__ */ component('agni-settings');
/** `<agni-two-factor>` as a component. */
export const AgniTwoFactor: Component<'agni-two-factor'> = /* @__PURE__ */ component('agni-two-factor');
/** `<agni-users>` as a component. */
export const AgniUsers: Component<'agni-users'> = /* @__PURE__ */ component('agni-users');

type Tags = AgniElements<HTMLAttributes<HTMLElement> & RefAttributes<HTMLElement>>;

declare module 'react' {
  namespace JSX {
    // The tags themselves, for hosts that write tags instead of components.
    interface IntrinsicElements extends Tags {}
  }
}
