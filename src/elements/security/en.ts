/** English words of `<agni-security>`. Keys in a host's messages: `security.<key>`. */
export const en = {
  heading: 'Security',
  lead: "How you sign in, and where you're signed in.",
} as const;
