/** English words of `<agni-api-reference>`. Keys in a host's messages: `apiReference.<key>`. */
export const en = {
  heading: 'API Reference',
  lead: 'Documentation and ready-to-run requests for your workspace.',
  none: 'No API documentation here.',

  'api.heading': 'API Reference',
  'api.text': 'The whole REST API: agents, calls, contacts, campaigns and your organization.',
  'ghl.heading': 'GHL Integration API',
  'ghl.text': 'The GoHighLevel connection, its calendars and the appointments that your agents booked.',
  'calcom.heading': 'Cal.com Integration API',
  'calcom.text': 'The connected Cal.com accounts and the event types that can be booked with them.',
} as const;
