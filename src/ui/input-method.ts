/**
 * Whether a key goes to an input method, such as Enter or Escape on one of its candidates. Safari ends the composition
 * before the event of that key, which then only has the code 229: https://webkit.org/b/165004
 */
export function isInputMethodKey({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}
