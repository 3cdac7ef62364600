/** Set up for every file of browser tests that vitest runs: what Mocha and `@open-wc/testing` have. */
import { fixtureCleanup } from '@open-wc/testing';
import { afterAll, afterEach, beforeAll } from 'vitest';

Object.assign(globalThis, { before: beforeAll, after: afterAll });
afterEach(fixtureCleanup);
