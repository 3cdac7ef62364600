/** Setup file of the browser tests that vitest runs: provides features of Mocha and `@open-wc/testing`. */
import { fixtureCleanup } from '@open-wc/testing';
import { afterAll, afterEach, beforeAll } from 'vitest';

Object.assign(globalThis, { before: beforeAll, after: afterAll });
afterEach(fixtureCleanup);
