import type { Words } from './locale.js';

/** English words of errors, loaded with the first data or error. Keys in a host's messages: `shared.<key>`. */
export const errorsEn = {
  retryAfter: {
    one: 'Too many requests. Try again in 1 second.',
    other: 'Too many requests. Try again in {count} seconds.',
  },
  retryAt: "We'll try again at {time}.",
  retryOnline: "We'll try again when you're back online.",
  'error.NO_PROVIDER': "These settings aren't connected to a server.",
  'error.PASSWORD_CHANGE_REQUIRED': 'Change your temporary password first.',
  'error.NO_ORGANIZATION': "Couldn't tell which workspace to show.",
  'error.NETWORK_ERROR': "Can't reach the server. Check your connection and try again.",
  'error.TIMEOUT': 'The server took too long to respond. Try again.',
  'error.UNEXPECTED_REPLY': 'The server sent an unexpected response. Try again.',
  'error.UNAUTHORIZED': "You're signed out.",
  'error.FORBIDDEN': "You don't have permission to do this. Ask an owner or admin of your workspace.",
  'error.ACCOUNT_DISABLED': 'Your account is disabled. Ask an owner of your workspace.',
  'error.API_ACCESS_DISABLED': "Your workspace's plan doesn't include API access.",
  'error.NOT_FOUND': 'This no longer exists.',
  'error.CONFLICT': 'This conflicts with something that already exists.',
  'error.VALIDATION_FAILED': 'Some fields need attention.',
  'error.RATE_LIMITED': 'Too many requests. Try again in a moment.',
  'error.INTERNAL_ERROR': 'Something went wrong on the server. Try again in a moment.',
  'error.INVALID_REQUEST': "The server didn't accept this. Check what you entered, or reload the page.",
  'error.ACCESS_BLOCKED':
    'Something between this page and the server blocked the request. Reload the page and try again.',
  'error.INVALID_ID': "This has an invalid ID, so it can't be opened or changed.",
  'error.BAD_GATEWAY': "A service behind the server didn't respond. Try again in a moment.",

  'invalid.required': 'Fill in this field.',
  'invalid.too_long': 'This is too long.',
  'invalid.other': "This value wasn't accepted. Check it and try again.",
  'invalid.longer_than': 'Use at most {most} characters.',
} as const satisfies Words;
