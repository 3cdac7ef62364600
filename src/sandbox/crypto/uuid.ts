import type { RandomBytes } from './digest.js';

/** A UUID of version 7 (RFC 9562), which sorts by time. `now` is in milliseconds since 1970. */
export function uuidV7(now: number, random: RandomBytes): string {
  const bytes = random(16);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = Math.floor(now).toString(16).padStart(12, '0');
  const variant = '89ab'[(bytes[8] ?? 0) & 3];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
