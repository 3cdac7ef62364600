/** Characters that are not visible, such as zero-width spaces and joiners, direction marks and variation selectors. */
export const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** The Braille pattern without dots looks like a space and is not one. */
const spaces = /[\s\u2800]+/gu;

/**
 * A text as a reader sees it: without invisible characters, every run of white space (no-break spaces, tabs and line
 * breaks too) as one space, and compatibility forms such as `ﬁ` or full width as plain letters (NFKC).
 */
export function visibleText(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').replace(spaces, ' ').trim();
}

/** Whether two texts look the same: a name, and what a reader typed who has only seen the name. */
export function looksTheSame(one: string, other: string): boolean {
  return visibleText(one) === visibleText(other);
}

/**
 * What names that look the same have in common, in whatever case. A workspace has no two API keys with the same one.
 */
export function nameKey(name: string): string {
  return visibleText(name).toLowerCase();
}

/** A text with digits of any script and width as ASCII digits. */
export function asciiDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    // Unicode keeps the ten digits of a script together, zero first: count the digits before this one.
    const point = digit.codePointAt(0) as number;
    let value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++;
    return String(value % 10);
  });
}
