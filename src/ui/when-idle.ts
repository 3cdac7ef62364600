/** Calls a function when the page is idle. Safari has no idle callbacks: there, in the next task. */
export function whenIdle(callback: () => unknown): void {
  (globalThis.requestIdleCallback ?? setTimeout)(callback);
}
