import { type ContextRequest, hostContextKey, type Receive } from './host-context.js';

/**
 * Provides the host context to the elements below a node, by the community protocol for contexts of web components.
 * Answers with a function that gives them another value.
 */
export function provideContext<Value>(root: EventTarget): (value: Value | undefined) => void {
  let current: Value | undefined;
  const subscribers = new Map<Receive<Value>, () => void>();
  root.addEventListener('context-request', (event) => {
    const { context, callback, subscribe } = event as ContextRequest<Value>;
    if (context !== hostContextKey || event.composedPath()[0] === root) return;
    event.stopPropagation();
    if (!subscribe) return callback(current);
    const unsubscribe = subscribers.get(callback) ?? (() => subscribers.delete(callback));
    subscribers.set(callback, unsubscribe);
    callback(current, unsubscribe);
  });
  return (value) => {
    if (value === current) return;
    current = value;
    for (const [callback, unsubscribe] of subscribers) callback(value, unsubscribe);
  };
}

/** Announces a provider, so that elements that asked before it was there ask again. */
export function announceProvider(root: EventTarget): void {
  const event = new Event('context-provider', { bubbles: true, composed: true });
  root.dispatchEvent(Object.assign(event, { context: hostContextKey, contextTarget: root }));
}
