/**
 * Whether a server's text can be shown to users: it has several words or characters outside ASCII, contains no brackets
 * and no identifier such as `first_name`, and does not begin with a key and a colon. Codes, reasons and field names are
 * not for users (docs/contract.md 7.3).
 */
export function isSentence(text: string): boolean {
  return /\S\s+\S|[^\x20-\x7e]/.test(text) && !/\w_\w|[{}<>[\]]|^[a-z]\w*:/.test(text);
}
