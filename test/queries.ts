import type * as TestingLibrary from '@testing-library/dom';
// The only build of it without CommonJS inside, which browsers can't import; it leaves its exports on the global object.
import '@testing-library/dom/dist/@testing-library/dom.umd.js';

const library = (globalThis as unknown as { TestingLibraryDom: typeof TestingLibrary }).TestingLibraryDom;

// The usual error prints the page around, which it can't do for a shadow root.
library.configure({
  getElementError: (message) => new Error(message ?? 'Nothing found'),
  asyncUtilTimeout: 5000, // how long a busy machine may take to show something; no test waits longer than it takes
});

export const { waitFor, within } = library;
