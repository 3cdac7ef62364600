import type { ReactiveControllerHost } from 'lit';

/** Listens to events of the page or of a node while an element is connected. */
export function listen<Type extends Event>(
  element: ReactiveControllerHost,
  target: EventTarget,
  types: readonly string[],
  listener: (event: Type) => unknown,
): void {
  const hear = listener as EventListener;
  element.addController({
    hostConnected() {
      for (const type of types) target.addEventListener(type, hear);
    },
    hostDisconnected() {
      for (const type of types) target.removeEventListener(type, hear);
    },
  });
}

/** Calls `left` when the page is left or frozen while the element is connected, to delete secrets in time. */
export function onPageLeave(element: ReactiveControllerHost, left: () => unknown): void {
  listen(element, window, ['pagehide'], left);
  listen(element, document, ['freeze'], left);
}
