/** The places a workspace's data can live in. */
export const regions = [
  { id: 'eu-west', name: 'Europe (Ireland)', country: 'IE', is_default: true },
  { id: 'us-east', name: 'United States (Virginia)', country: 'US', is_default: false },
  { id: 'eu-central', name: 'Europe (Frankfurt)', country: 'DE', is_default: false },
] as const;
