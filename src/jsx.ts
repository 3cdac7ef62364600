import type { LitElement } from 'lit';
import type { AgniAfterEvents, AgniBeforeEvents, AgniNavigationEvents } from './events.js';

type EventName = keyof (AgniAfterEvents & AgniBeforeEvents & AgniNavigationEvents);
type Handlers = { [Name in EventName as `on${Name}`]?: (event: GlobalEventHandlersEventMap[Name]) => void };

/** What a host sets; not what it only reads or calls. */
type Settable<Element> = Omit<Element, keyof LitElement | 'state' | 'dirty' | 'refresh' | 'reset' | 'follow'>;

/** The elements as JSX takes them, on top of what a framework lets every element have (`Attributes`). */
export type AgniElements<Attributes> = {
  [Tag in keyof HTMLElementTagNameMap as Extract<Tag, `agni-${string}`>]: Attributes &
    Handlers &
    Partial<Settable<HTMLElementTagNameMap[Tag]>>;
};
