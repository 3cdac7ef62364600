import type { ReactiveControllerHost } from 'lit';
import { listen } from './listen.js';

/**
 * Calls a function when Ctrl or Command is pressed with a key while an element is visible. The page's own shortcuts
 * have priority: the function is not called if the page prevents the key's default.
 */
export function onShortcut(element: ReactiveControllerHost & HTMLElement, key: string, act: () => unknown): void {
  listen(element, window, ['keydown'], (event: KeyboardEvent) => {
    const { ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
    if (!(ctrlKey || metaKey) || shiftKey || altKey || defaultPrevented || event.key.toLowerCase() !== key) return;
    if (!element.checkVisibility()) return;
    event.preventDefault();
    act();
  });
}
