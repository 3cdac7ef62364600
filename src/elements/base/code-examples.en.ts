/** English words of examples in code. Keys in a host's messages: `examples.<key>`. */
export const examplesEn = {
  examples: 'Examples',
  copyExample: 'Copy',
  copyExampleOf: '{language} example',
} as const;
