/**
 * Whether a server's text can be shown to users: it is more than one word or not plain ASCII, and no identifier such
 * as `first_name` and no key with a colon is in it. Codes, reasons and field names are not for users (docs/contract.md
 * 7.3).
 */
export function isSentence(text: string): boolean {
  return /\S\s+\S|[^\x20-\x7e]/.test(text) && !/\w_\w|[{}<>[\]]|^[a-z]\w*:/.test(text);
}
