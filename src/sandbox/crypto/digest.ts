/** Where random bytes come from. */
export type Random = (length: number) => Uint8Array<ArrayBuffer>;

/** The platform's cryptographic source. */
export const platformRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Bytes as text that needs no escaping in a URL or a cookie. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** The bytes of such text. */
export function fromBase64url(value: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(value.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

/** SHA-256 of a text. Good for secrets too random to be guessed; passwords go to a `PasswordHasher`. */
export async function sha256(value: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value))));
}

/** Whether two digests are equal, in a time that doesn't tell where they differ. */
export function timingSafeEqual(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index++) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
