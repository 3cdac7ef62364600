/**
 * A table as CSV (RFC 4180). What a spreadsheet would take for a formula is marked as text by an apostrophe: names are
 * chosen by users, who may be malicious.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  // Spreadsheets take a file for UTF-8 only where it begins with its mark.
  return `\ufeff${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  const plain = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
