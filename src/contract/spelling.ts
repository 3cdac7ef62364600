import { isObject } from './json.js';

// The vendor's services spell keys, numbers and enumerations in different ways (docs/contract.md 1.2).

/** Turns a string of digits into a number; returns any other value unchanged. */
export function readDigits(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

/** Turns a whole number into text, for ids; returns any other value unchanged. */
export function readNumericId(value: unknown): unknown {
  return Number.isSafeInteger(value) ? String(value) : value;
}

/** An enumeration's value in upper case without the prefix of gateway services (docs/contract.md 1.2, rule 3). */
export function bareEnum(value: unknown): unknown {
  return typeof value === 'string' ? value.toUpperCase().replace(/^(AGENT_STATUS|ROLE|USER_STATUS)_/, '') : value;
}

/**
 * Renames `camelCase` keys to `snake_case`: of an object, of the items of a list, and of the items of lists directly
 * inside an object. Other nested objects stay unchanged, because they may be free-form maps (docs/contract.md 1.2, rule
 * 1).
 */
export function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (!isObject(value)) return value;
  // Object.fromEntries defines properties, so that a key `__proto__` doesn't set the prototype.
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      Array.isArray(field) ? field.map(snakeKeys) : field,
    ]),
  );
}
