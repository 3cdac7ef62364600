/**
 * A text for a status. If the text is the same as before, a no-break space is added, because screen readers read out
 * only changes.
 */
export function sayAgain<Text extends string>(text: Text, before: string): Text | `${Text}\u00a0` {
  return text && text === before ? `${text}\u00a0` : text;
}
