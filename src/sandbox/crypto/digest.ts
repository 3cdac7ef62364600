/** Bytes in an `ArrayBuffer`. TypeScript before 5.7 does not know `Uint8Array<ArrayBuffer>`, so declarations must not contain that type. */
export type Bytes = ReturnType<TextEncoder['encode']>;

/** A source of random bytes. */
export type RandomBytes = (length: number) => Bytes;

/** The platform's cryptographic random source. */
export const platformRandom: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Random letters of an alphabet of at most 32 letters, each equally likely. */
export function randomLetters(random: RandomBytes, length: number, alphabet: string): string {
  let text = '';
  while (text.length < length) text += alphabet[(random(1)[0] ?? 0) & 31] ?? '';
  return text;
}

/** Encodes bytes as base64url without padding (RFC 4648 section 5). */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Decodes base64url. */
export function fromBase64url(value: string): Bytes {
  return Uint8Array.from(atob(value.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

/** SHA-256 of a text in base64url. For random secrets; passwords need a `PasswordHasher`. */
export async function sha256(value: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value))));
}

/** Compares two digests of equal length in constant time. */
export function timingSafeEqual(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index++) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
