import { isObject } from './json.js';

// One thing, spelled in several ways on this wire (docs/contract.md 1.2).

/** A string of digits as the number it is; anything else as it came. */
export function readDigits(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

/** An id that came as a whole number, as text. */
export function readNumericId(value: unknown): unknown {
  return Number.isSafeInteger(value) ? String(value) : value;
}

/** An enumeration's value in upper case and without the gateway's prefix. */
export function bareEnum(value: unknown): unknown {
  return typeof value === 'string' ? value.toUpperCase().replace(/^(AGENT_STATUS|ROLE|USER_STATUS)_/, '') : value;
}

/**
 * Renames camelCase keys to snake_case on an object, on the items of a list, and on the items of lists directly within
 * an object. Other nested objects are left alone: they may be free-form maps (docs/contract.md 1.2, rule 1).
 */
export function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (!isObject(value)) return value;
  // fromEntries defines keys rather than setting them, so that a key `__proto__` stays a mere key.
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      Array.isArray(field) ? field.map(snakeKeys) : field,
    ]),
  );
}
