/** English words of `<agni-ghl>` that only its calendars need. Keys in a host's messages: `ghl.<key>`. */
export const tablesEn = {
  calendar: 'Calendar',
  service: 'Service',
  agent: 'Agent',
  noAgent: 'None',
  paused: 'Paused',
  unknown: "Couldn't be read",
  noCalendars: 'This location has no calendars yet. Add one in GoHighLevel.',
} as const;
