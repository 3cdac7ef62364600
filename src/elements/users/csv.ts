/**
 * A table as CSV (RFC 4180). A cell that a spreadsheet would treat as a formula is marked as text by an apostrophe,
 * because users choose their names and may be malicious.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  // Spreadsheets read a file as UTF-8 only if it begins with a byte order mark.
  return `\ufeff${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  const plain = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
