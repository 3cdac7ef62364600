/** English words for the state of a connection to another service, part of the words of several elements. */
export const connectionEn = {
  active: 'Connected',
  none: 'Not connected',
  reconnect: 'Reconnect needed',
  incomplete: 'Setup incomplete',
} as const;
