/** Characters that are not visible, such as zero-width spaces and joiners, direction marks and variation selectors. */
export const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** White space, and the Braille pattern without dots, which looks like a space. */
const spaces = /[\s\u2800]+/gu;

/**
 * A text as a user sees it: without invisible characters, every run of white space (no-break spaces, tabs and line
 * breaks too) as one space, and compatibility forms such as `ﬁ` or full width as plain letters (NFKC).
 */
export function visibleText(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').replace(spaces, ' ').trim();
}

/** Whether two texts look the same, such as a name and the copy that a user typed from the screen. */
export function looksTheSame(one: string, other: string): boolean {
  return visibleText(one) === visibleText(other);
}

/**
 * A key that is equal for names that look the same, whatever their case. API keys of a workspace have different keys.
 */
export function nameKey(name: string): string {
  return visibleText(name).toLowerCase();
}

/** A text whose digits, of any script and width, are converted to ASCII digits. */
export function asciiDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    // Unicode keeps the ten digits of a script together, zero first: count the digits before this one.
    const point = digit.codePointAt(0) as number;
    let value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++;
    return String(value % 10);
  });
}
