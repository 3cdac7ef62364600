/** The regions that the sandbox offers (docs/contract.md 4.3). */
export const regions = [
  { id: 'eu-west', name: 'Europe (Ireland)', country: 'IE', is_default: true },
  { id: 'us-east', name: 'United States (Virginia)', country: 'US', is_default: false },
  { id: 'ap-south', name: 'India (Mumbai)', country: 'IN', is_default: false },
] as const;
