/** Whether a click on a link is meant for this page. With a modifier key the browser opens a tab or window. */
export function isPlainClick({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return !(metaKey || ctrlKey || shiftKey || altKey);
}
