/** Replaces `@open-wc/testing`, whose bundled chai Node can't load, for tests without elements. */
export { oneEvent } from '@open-wc/testing-helpers';
export { expect } from 'vitest';
