import { configure, waitFor, within } from '@testing-library/dom';

// The usual error prints the page around, which it can't do for a shadow root.
configure({
  getElementError: (message) => new Error(message ?? 'Nothing found'),
  asyncUtilTimeout: 30_000, // how long a busy machine may take to show something; no test waits longer than it takes
});

export { waitFor, within };
