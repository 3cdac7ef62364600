/** English words of examples in code. Keys in a host's messages: `<pane>.<key>`, of the pane they stand in. */
export const examplesEn = {
  examples: 'Examples',
  copyExample: 'Copy',
  copyExampleOf: '{language} example',
};
