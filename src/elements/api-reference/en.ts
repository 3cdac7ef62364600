/** English words of `<agni-api-reference>`. Keys in a host's messages: `apiReference.<key>`. */
export const en = {
  heading: 'API Reference',
  lead: 'Where the APIs of Agni are described, with requests that run as soon as your own credential is in its place.',
  none: 'There is nothing to refer to here.',

  'api.heading': 'API Reference',
  'api.text': 'The whole REST API: agents, calls, contacts, campaigns, and the organization itself.',
  'ghl.heading': 'GHL Integration API',
  'ghl.text': 'Whether GoHighLevel is connected, its calendars, and the appointments your agents made there.',
  'calcom.heading': 'Cal.com Integration API',
  'calcom.text': 'Which Cal.com accounts are connected, and the event types that can be booked through them.',
};
