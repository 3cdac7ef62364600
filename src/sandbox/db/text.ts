/** Makes the local part of an invented email from a name. */
export function toLocalPart(name: string): string {
  return fold(name.normalize('NFD').replace(/[^\w ]/g, '')).replaceAll(' ', '.');
}

/** Converts a name or address to a form for comparisons that ignore case and Unicode composition. */
export function fold(value: string): string {
  return value.normalize('NFC').toLowerCase();
}
