/**
 * A text for a status. Where it is the same as before, a no-break space at its end makes it another one: screen readers
 * read out only what changes.
 */
export function sayAgain<Text extends string>(text: Text, before: string): Text | `${Text}\u00a0` {
  return text && text === before ? `${text}\u00a0` : text;
}
