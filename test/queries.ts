import type * as TestingLibrary from '@testing-library/dom';
// The only build of it without CommonJS inside, which browsers can't import; it leaves its exports on the global object.
import '@testing-library/dom/dist/@testing-library/dom.umd.js';

export const { waitFor, within } = (globalThis as unknown as { TestingLibraryDom: typeof TestingLibrary })
  .TestingLibraryDom;
