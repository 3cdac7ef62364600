import { configure, waitFor, within } from '@testing-library/dom';

// The default error prints the page around the element, which fails for a shadow root.
configure({
  getElementError: (message) => new Error(message ?? 'Nothing found'),
  asyncUtilTimeout: 30_000, // for a busy machine; a test waits only as long as necessary
});

export { waitFor, within };
