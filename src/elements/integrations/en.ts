/** English words of `<agni-integrations>`. Keys in a host's messages: `integrations.<key>`. */
export const en = {
  heading: 'Integrations',
  lead: 'Where your agents book appointments.',
};
